import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const hooks = new Set(
  `__init_subclass__ __set_name__ __getattribute__ __getattr__ __setattr__ __delattr__ __prepare__ __del__
  __class_getitem__ __instancecheck__ __subclasscheck__ __subclasshook__ __mro_entries__ __reduce__
  __reduce_ex__ __getstate__ __setstate__ __get__ __set__ __delete__ __import__ __dir__ __array_interface__
  __array_struct__`.split(/\s+/),
);

export const classHook: Rule = {
  id: 'class-hook',
  family: 'security',
  severity: 'warning',
  points: score.reflection,
  languages: ['python'],
  title: 'Code that runs where no call stands',
  explain:
    'A metaclass, `__init_subclass__`, `__getattribute__` or `__del__` runs by itself: when a class is made, a member is read, a thing is thrown away.',
  fix: 'Write a function and call it.',
  bad: [
    { code: 'class M(type):\n    pass\nclass A(metaclass=M):\n    pass', at: 'metaclass=M' },
    {
      code: 'class A:\n    def __init_subclass__(cls):\n        cls.x = 1',
      at: '__init_subclass__',
    },
    {
      code: 'class A:\n    def __getattribute__(self, name):\n        return 1',
      at: '__getattribute__',
    },
    { code: 'class A:\n    __class_getitem__ = max', at: '__class_getitem__' },
  ],
  good: [
    'from abc import ABC, ABCMeta, abstractmethod\nclass A(metaclass=ABCMeta):\n    pass',
    'from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = 1\n    def __post_init__(self):\n        self.x = 2',
    'class A:\n    def __enter__(self):\n        return self\n    def __exit__(self, *e):\n        return None\n    def __eq__(self, other):\n        return True',
    'class A:\n    @property\n    def x(self):\n        return 1',
  ],
  check: ({ classHooks }) =>
    hitsFor(
      classHooks,
      ({ name }) => name === 'metaclass' || hooks.has(name),
      ({ name }) => `\`${name}\` runs code where no call stands.`,
    ),
};
