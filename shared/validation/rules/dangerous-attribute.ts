import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const dangerous = new Set(
  `__class__ __bases__ __base__ __mro__ mro __subclasses__ __globals__ __builtins__ __dict__ __code__
  __closure__ __defaults__ __kwdefaults__ __func__ __self__ __wrapped__ __getattribute__ __getattr__ __setattr__
  __delattr__ __import__ __loader__ __spec__ __reduce__ __reduce_ex__ __getstate__ __setstate__ __weakref__
  __init_subclass__ __subclasshook__ __instancecheck__ __class_getitem__ __set_name__ __prepare__
  __traceback__ __context__ __cause__ __annotations__ __file__ __path__ __cached__ __package__ __objclass__
  __module__ __origin__ __get__ __call__ __build_class__ __text_signature__ __array_interface__
  __array_struct__ __type_params__ __static_attributes__
  gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await cr_origin ag_frame ag_code ag_await tb_frame
  tb_next tb_lasti f_back f_globals f_locals f_builtins f_code f_trace co_code co_consts co_names func_globals
  func_code func_closure func_defaults im_func im_self ctypes`.split(/\s+/),
);

export const dangerousAttribute: Rule = {
  id: 'dangerous-attribute',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['python'],
  title: 'An attribute behind which everything lies',
  explain:
    'From any value, `__class__`, `__mro__` and `__subclasses__` lead to every class there is, `__globals__` and frames to every name: the classic way out of a sandbox.',
  fix: 'Remove it; use isinstance, or a field of your own.',
  bad: [
    { code: 'x = ().__class__.__bases__[0].__subclasses__()', at: '().__class__' },
    { code: 'def f(g):\n    return g.__globals__', at: 'g.__globals__' },
    { code: "x = getattr([], '__cla' + 'ss__')", at: "getattr([], '__cla' + 'ss__')" },
    { code: "text = '{0.__class__}'.format(1)", at: "'{0.__class__}'" },
    { code: 'def f(g):\n    return g.gi_frame.f_back', at: 'g.gi_frame' },
    {
      code: 'def f(x):\n    match x:\n        case object(__class__=c):\n            return c',
      at: '__class__',
    },
    {
      code: "import operator\nf = operator.attrgetter('__code__.co_code')",
      at: "operator.attrgetter('__code__.co_code')",
    },
    { code: 'x = vars.__self__', at: 'vars.__self__' },
  ],
  good: [
    'class A:\n    def __init__(self):\n        super().__init__()\n        self.__hidden = 1',
    'class A:\n    def name(self):\n        return self.__class__.__name__',
    'def same(a, b):\n    return a.__class__ == b.__class__',
    "if __name__ == '__main__':\n    x = 1",
    "text = '__globals__'",
    'class A:\n    def __len__(self):\n        return 1',
  ],
  check: ({ attributes }) =>
    hitsFor(
      attributes,
      ({ name }) => dangerous.has(name),
      ({ name, hidden }) =>
        `\`${name}\`${hidden ? ', spelled in pieces,' : ''} leads out of the strategy.`,
    ),
};
