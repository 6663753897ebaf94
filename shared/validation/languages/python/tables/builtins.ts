/** Every name that a Python 3 program has without importing anything. */
const builtins = new Set(
  `abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile
  complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset
  getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map
  max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr
  slice sorted staticmethod str sum super tuple type vars zip __import__ __build_class__ __builtins__
  __loader__ __spec__ reload unichr
  Exception BaseException ValueError TypeError KeyError`.split(/\s+/),
);

export const isBuiltin = (name: string): boolean => builtins.has(name);
