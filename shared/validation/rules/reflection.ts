import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import type { Call } from '../facts.ts';

const byName =
  /^(?:getattr|setattr|delattr|object\.__(?:get|set|del)attr(?:ibute)?__|type\.__(?:get|set|del)attr(?:ibute)?__)$/;
const getters = /^operator:(?:attrgetter|methodcaller)$/;

/** Which member is meant stands nowhere, and the thing it belongs to is no module, which is worse. */
function isOpen(call: Call): boolean {
  const { path } = call;
  if (path === 'type') return call.arguments.length > 1;
  if (getters.test(path)) return call.arguments.some(({ text }) => text === undefined);
  if (!byName.test(path) || call.arguments.length < 2) return false;
  return call.arguments[1]?.text === undefined;
}

export const reflection: Rule = {
  id: 'reflection',
  family: 'security',
  severity: 'warning',
  points: score.reflection,
  languages: ['python'],
  title: 'A member that is named by a text',
  explain:
    'getattr, setattr and their kin reach members by a name that need not stand anywhere: no reader and no check sees which one is meant.',
  fix: 'Write the member plainly, or keep a dictionary of your own.',
  bad: [
    { code: 'def f(bar, name):\n    return getattr(bar, name)', at: 'getattr(bar, name)' },
    {
      code: 'class A:\n    def set(self, key, value):\n        setattr(self, key, value)',
      at: 'setattr(self, key, value)',
    },
    {
      code: 'import operator\ndef f(names):\n    return operator.attrgetter(names)',
      at: 'operator.attrgetter(names)',
    },
    { code: 'g = getattr', at: 'getattr' },
    { code: 'from operator import methodcaller as m\ndef f(n):\n    return m(n)', at: 'm(n)' },
    { code: "A = type('A', (object,), {})", at: "type('A', (object,), {})" },
  ],
  good: [
    "def f(bar):\n    return getattr(bar, 'close')",
    "def f(bar):\n    return getattr(bar, 'volume', 0), hasattr(bar, 'open')",
    "import operator\nf = operator.itemgetter('close')\ng = operator.attrgetter('close')",
    'def f(x):\n    return type(x) == int',
  ],
  check: ({ calls, reaches }) => [
    ...hitsFor(calls, isOpen, ({ path }) => `\`${path}\` hides which member is meant.`),
    ...hitsFor(
      reaches,
      ({ path, usage }) =>
        (usage === 'alias' && byName.test(path)) ||
        (usage === 'value' && (byName.test(path) || getters.test(path))),
      ({ path }) => `\`${path}\` is handed on: which members it reaches cannot be seen.`,
    ),
  ],
};
