import type { PythonApi, PythonName } from '../../../../shared/python-api/python-api.ts';

/** The members of `self`: what its class inherits, defines and stores. */
export interface OwnMember {
  readonly name: string;
  readonly isMethod: boolean;
}

/** Chains of names that lead to each other in a circle have an end. */
const deepest = 6;

/** The name of the package's class that an expression gives, as far as the text says. */
export function classOf(
  api: PythonApi,
  source: string,
  expression: string,
  depth = 0,
): string | undefined {
  if (depth > deepest) return undefined;
  const { head, last, isCall } = split(expression);
  if (head === '') {
    if (last === 'self') return 'Strategy' in api.classes ? baseOf(api, source) : undefined;
    if (isCall || importedNames(source).has(last)) return nameOf(api, last)?.gives;
    return (
      classOfParameter(api, source, last) ??
      classOfAssigned(api, source, last, depth) ??
      (last === 'bar' ? 'Bar' : undefined)
    );
  }
  // An indicator is what it was made as.
  const made =
    isCall && head === 'self' && last === 'indicator' ? insideCall(expression) : undefined;
  if (made !== undefined) return classOf(api, source, made, depth + 1);
  const owner = classOf(api, source, head, depth + 1);
  const known = owner === undefined ? undefined : memberOf(api, owner, last);
  if (known !== undefined) return known.gives;
  return head === 'self' ? classOfAssigned(api, source, `self.${last}`, depth) : undefined;
}

export const memberOf = (api: PythonApi, owner: string, name: string): PythonName | undefined =>
  api.classes[owner]?.find((member) => member.name === name);

export const nameOf = (api: PythonApi, name: string): PythonName | undefined =>
  api.names.find((one) => one.name === name);

/** The names that the text takes from the package. */
export function importedNames(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, names = ''] of source.matchAll(
    /^[ \t]*from[ \t]+stratbox[ \t]+import[ \t]*(\([^)]*\)|.*)$/gm,
  )) {
    for (const [name] of names.matchAll(/\w+/g)) found.add(name);
  }
  return found;
}

/** What the strategy's class in this text has of its own. */
export function ownMembers(source: string): OwnMember[] {
  const methods = [...source.matchAll(/^[ \t]+def[ \t]+(\w+)[ \t]*\([ \t]*self\b/gm)].map(
    ([, name = '']) => name,
  );
  const fields = [...source.matchAll(/\bself\.(\w+)[ \t]*(?::[^=\n]+)?=(?!=)/g)].map(
    ([, name = '']) => name,
  );
  const own = [
    ...methods.map((name) => ({ name, isMethod: true })),
    ...fields.map((name) => ({ name, isMethod: false })),
  ].filter(({ name }) => !name.startsWith('__'));
  return own.filter(({ name }, index) => own.findIndex((other) => other.name === name) === index);
}

/** `a.b(c).d` is `d` of `a.b(c)`. */
function split(expression: string): { head: string; last: string; isCall: boolean } {
  const { text, at } = lastPart(expression);
  const [, callee = text] = /^([^]*?)(?:\([^]*\)|\[[^]*\])$/.exec(text) ?? [];
  return {
    head: expression.slice(0, Math.max(0, at - 1)),
    last: callee,
    isCall: text.endsWith(')'),
  };
}

/** What stands after the last dot that is outside all brackets. */
function lastPart(expression: string): { text: string; at: number } {
  let depth = 0;
  for (let index = expression.length - 1; index >= 0; index -= 1) {
    const character = expression[index] ?? '';
    if (character === ')' || character === ']') depth += 1;
    else if (character === '(' || character === '[') depth -= 1;
    else if (character === '.' && depth === 0)
      return { text: expression.slice(index + 1), at: index + 1 };
  }
  return { text: expression, at: 0 };
}

/** The first argument of the last call. */
function insideCall(expression: string): string | undefined {
  const { text } = lastPart(expression);
  const inner = text.slice(text.indexOf('(') + 1, -1);
  let depth = 0;
  for (let index = 0; index < inner.length; index += 1) {
    const character = inner[index] ?? '';
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (character === ',' && depth === 0) return inner.slice(0, index).trim();
  }
  return inner.trim();
}

function baseOf(api: PythonApi, source: string): string | undefined {
  for (const [, bases = ''] of source.matchAll(/^class[ \t]+\w+[ \t]*\(([^)]*)\)/gm)) {
    const known = bases
      .split(',')
      .map((base) => base.trim())
      .find((base) => base in api.classes);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** The parameter of `on_bar` is a bar; others are what their annotation says. */
function classOfParameter(api: PythonApi, source: string, name: string): string | undefined {
  for (const [, method, parameters = ''] of source.matchAll(/\bdef[ \t]+(\w+)[ \t]*\(([^)]*)\)/g)) {
    const [self = '', first = ''] = parameters.split(',').map((parameter) => parameter.trim());
    const [word = ''] = /^\w+/.exec(first) ?? [];
    if (method === 'on_bar' && self === 'self' && word === name) return 'Bar';
    const annotated = new RegExp(`(?:^|,)\\s*${name}\\s*:\\s*["']?(\\w+)`).exec(parameters)?.[1];
    if (annotated !== undefined && annotated in api.classes) return annotated;
  }
  return undefined;
}

function classOfAssigned(
  api: PythonApi,
  source: string,
  target: string,
  depth: number,
): string | undefined {
  const escaped = target.replaceAll('.', '\\.');
  const assignment = new RegExp(
    `(?:^|[\\n;])[ \\t]*${escaped}[ \\t]*(?::[^=\\n]+)?=(?!=)[ \\t]*([^\\n#]+)`,
    'g',
  );
  for (const [, value = ''] of source.matchAll(assignment)) {
    const found = classOf(api, source, value.trim(), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
