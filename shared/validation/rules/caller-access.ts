import type { Attribute } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

/** Only functions and `arguments` have callers; an order may have a field of that name. */
const looksUpTheStack = ({ name, owners }: Attribute): boolean => {
  if (!['caller', 'callee', 'arguments'].includes(name)) return false;
  return owners.some((owner) => owner === 'arguments' || owner.startsWith('Function'));
};

export const callerAccess: Rule = {
  id: 'caller-access',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['javascript'],
  title: 'A look at the caller',
  explain: 'arguments.callee and function.caller lead up the stack into the engine.',
  fix: 'Name the function and call it by its name.',
  bad: [
    { code: 'function f() {\n  return arguments.callee;\n}', at: 'arguments.callee' },
    { code: 'const f = () => {};\nFunction.prototype.caller;', at: 'Function.prototype.caller' },
    { code: 'function f() {\n  return arguments.callee.caller;\n}', at: 'arguments.callee' },
    { code: 'function f() {\n  return f.caller;\n}', at: 'f.caller' },
  ],
  good: [
    'function f() {\n  return arguments.length;\n}',
    'const f = (order) => order.caller;',
    'const call = { callee: 1 };\nconst x = call.callee;',
  ],
  check: ({ attributes }) =>
    hitsFor(attributes, looksUpTheStack, ({ name }) => `\`${name}\` looks up the stack.`),
};
