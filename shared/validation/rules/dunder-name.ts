import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const dunderName: Rule = {
  id: 'dunder-name',
  family: 'security',
  severity: 'error',
  // The client's table has no class for this; refused by the strict preset, it takes what that refuses.
  points: score.dangerousBuiltin,
  languages: ['python'],
  onlyIn: 'strict',
  title: "A name of Python's own machinery",
  explain:
    'Names like `__init__` and `__class__` are the doors between a strategy and the interpreter. The strict preset refuses all of them, harmless ones included: then nobody has to know which are which.',
  fix: 'Use `initialize` for what a strategy starts with, a dataclass for records, and plain methods.',
  bad: [
    { code: 'class A:\n    def __init__(self):\n        self.x = 1', at: '__init__' },
    { code: "if __name__ == '__main__':\n    x = 1", at: '__name__' },
    {
      code: "def f(x):\n    return getattr(x, '__le' + 'n__')()",
      at: "getattr(x, '__le' + 'n__')",
    },
    { code: 'class A:\n    __slots__ = ()', at: '__slots__' },
  ],
  good: [
    'class A:\n    def initialize(self):\n        self.__count = 0\n        self._private = 1',
    'from __future__ import annotations\nx = 1',
    "text = '__init__'",
    'long__name__ = 1\n__ = 2',
  ],
  check: ({ luxuries }) =>
    hitsFor(
      luxuries(),
      ({ what }) => what === 'dunder',
      ({ name }) => `The strict preset refuses \`${name}\`.`,
    ),
};
