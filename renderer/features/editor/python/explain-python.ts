import type { PythonApi, PythonName } from '../../../../shared/python-api/python-api.ts';
import { expressionBefore, isInText } from './python-place.ts';
import { classOf, importedNames, memberOf, nameOf } from './what-is.ts';

export interface Explained {
  readonly name: PythonName;
  /** The class that it is a member of. */
  readonly owner: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The name of the package that is written at a place; undefined where it is none. */
export function explainPython(
  api: PythonApi,
  source: string,
  offset: number,
): Explained | undefined {
  const start = offset - (/\w*$/.exec(source.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^\w*/.exec(source.slice(offset))?.[0].length ?? 0);
  const word = source.slice(start, end);
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  if (word === '' || isInText(line)) return undefined;
  const found = named(api, source, source.slice(0, start), word);
  return found && { ...found, start, end };
}

function named(
  api: PythonApi,
  source: string,
  before: string,
  word: string,
): Pick<Explained, 'name' | 'owner'> | undefined {
  if (before.endsWith('.')) {
    const owner = classOf(api, source, expressionBefore(before.slice(0, -1)));
    const name = owner === undefined ? undefined : memberOf(api, owner, word);
    return name && { name, owner };
  }
  const name = importedNames(source).has(word) ? nameOf(api, word) : undefined;
  if (name !== undefined) return { name, owner: undefined };
  // `def on_bar(` is the strategy's own; what it is for is said where it comes from.
  const owner = /\bdef[ \t]+$/.test(before) ? classOf(api, source, 'self') : undefined;
  const method = owner === undefined ? undefined : memberOf(api, owner, word);
  return method && { name: method, owner };
}

export interface CallAt {
  readonly name: PythonName;
  readonly parameters: readonly string[];
  readonly active: number;
}

/** Longer than any list of arguments. */
const farthest = 2000;

/** The call whose arguments are being typed at a place. */
export function pythonCallAt(api: PythonApi, source: string, offset: number): CallAt | undefined {
  const before = source.slice(Math.max(0, offset - farthest), offset);
  let depth = 0;
  let commas = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const character = before[index] ?? '';
    if (')]}'.includes(character)) depth += 1;
    else if ('([{'.includes(character)) {
      if (depth > 0) depth -= 1;
      else if (character !== '(') return undefined;
      else
        return callOf(api, source, offset - before.length + index, before.slice(index + 1), commas);
    } else if (character === ',' && depth === 0) commas += 1;
  }
  return undefined;
}

function callOf(
  api: PythonApi,
  source: string,
  open: number,
  inside: string,
  commas: number,
): CallAt | undefined {
  const name = explainPython(api, source, open)?.name;
  if (name === undefined || !name.signature.startsWith('(')) return undefined;
  const list = /^\((.*)\)(?: -> .*)?$/.exec(name.signature)?.[1] ?? '';
  const parameters = list === '' ? [] : topLevelParts(list);
  const keyword = /(?:^|,)\s*(\w+)\s*=[^,]*$/.exec(inside)?.[1];
  const byName = parameters.findIndex(
    (parameter) => keyword !== undefined && /^\w+/.exec(parameter)?.[0] === keyword,
  );
  const last = Math.max(0, parameters.length - 1);
  return { name, parameters, active: byName >= 0 ? byName : Math.min(commas, last) };
}

/** `a: dict[str, int], b=(1, 2)` has two parts. */
function topLevelParts(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of list) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}
