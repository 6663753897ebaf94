import type { Call } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import type { Place } from '../types.ts';

/** On an object of the text's own these say what `in`, `delete` and `Object.keys` say. */
const plain = new Set(['Reflect.has', 'Reflect.ownKeys', 'Reflect.deleteProperty']);

const isPlain = (call: Call): boolean => plain.has(call.path) && call.arguments[0]?.isOwn === true;

/** Compilers ask for `Reflect.decorate` and `Reflect.metadata`, which the language does not have. */
const isMissing = (member: string | undefined): boolean =>
  member !== undefined && !(member in Reflect);

const beginning = ({ line, column }: Place): string => `${line}:${column}`;

export const reflect: Rule = {
  id: 'reflect',
  family: 'security',
  severity: 'warning',
  points: score.reflection,
  languages: ['javascript'],
  title: 'Reflect',
  explain:
    'Reflect does by function calls what is otherwise written plainly, and so hides calls and members from a reader.',
  fix: 'Write the member or the call plainly.',
  bad: [
    { code: "Reflect.get({ a: 1 }, 'a');", at: 'Reflect' },
    { code: 'const { apply } = Reflect;', at: 'Reflect' },
    { code: 'const names = Reflect.ownKeys(Math);', at: 'Reflect' },
    { code: "const R = globalThis['Ref' + 'lect'];", at: "globalThis['Ref' + 'lect']" },
  ],
  good: [
    'const Reflection = { get: 1 };\nconst x = Reflection.get;',
    "const text = 'Reflect.get';",
    'const keys = Object.keys({ a: 1 });',
    "const d = typeof Reflect === 'object' && typeof Reflect.decorate === 'function';",
    "const rates = { EUR: 1 };\nif (Reflect.has(rates, 'EUR')) Reflect.deleteProperty(rates, 'EUR');",
  ],
  check: ({ reaches, calls }) => {
    const innocent = new Set(calls.filter(isPlain).map(({ place }) => beginning(place)));
    return hitsFor(
      reaches,
      ({ path, usage, member, place }) =>
        path === 'Reflect' &&
        usage !== 'test' &&
        !isMissing(member) &&
        !innocent.has(beginning(place)),
      () => '`Reflect` hides which member or call is meant.',
    );
  },
};
