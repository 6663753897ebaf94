import type { Call } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const readers =
  /^Object\.(?:getOwnPropertyDescriptors?|getOwnPropertyNames|getOwnPropertySymbols)$/;
const writers = /^Object\.definePropert(?:y|ies)$/;

/** Looking through one's own objects is harmless; through shared ones it looks for a way out. */
const reflects = (call: Call): boolean => {
  const { path } = call;
  if (!readers.test(path) && !writers.test(path)) return false;
  const [target] = call.arguments;
  return path.startsWith('Object.getOwnPropertyDescriptor')
    ? target?.isOwn !== true
    : (target?.paths.length ?? 0) > 0;
};

export const propertyDescriptor: Rule = {
  id: 'property-descriptor',
  family: 'security',
  severity: 'warning',
  points: score.reflection,
  languages: ['javascript'],
  title: 'Properties taken apart',
  explain:
    'Descriptors show and change what lies behind a member: its getter, its hidden value, whether it can be changed.',
  fix: 'Read the member plainly; declare your own in the class.',
  bad: [
    {
      code: "const d = Object.getOwnPropertyDescriptor(Math, 'max');",
      at: "Object.getOwnPropertyDescriptor(Math, 'max')",
    },
    {
      code: "Object.defineProperty(Math, 'max', { value: 1 });",
      at: "Object.defineProperty(Math, 'max', { value: 1 })",
    },
    {
      code: 'const names = Object.getOwnPropertyNames(JSON);',
      at: 'Object.getOwnPropertyNames(JSON)',
    },
  ],
  good: [
    "const rates = { get usd() { return 1; } };\nconst d = Object.getOwnPropertyDescriptor(rates, 'usd');",
    "const order = {};\nObject.defineProperty(order, 'id', { value: 1 });",
    'const names = Object.getOwnPropertyNames({ a: 1 });',
    'const keys = Object.keys({ a: 1 });',
  ],
  check: ({ calls }) =>
    hitsFor(calls, reflects, ({ path }) => `\`${path}\` looks behind or changes a shared member.`),
};
