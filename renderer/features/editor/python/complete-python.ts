import type { PythonApi, PythonName } from '../../../../shared/python-api/python-api.ts';
import { allowed as modules } from '../../../../shared/validation/rules/modules/python-modules.ts';
import { readPythonParameters } from '../../run/read-python-parameters.ts';
import { pythonPlaceAt } from './python-place.ts';
import { pythonSnippets } from './snippets.ts';
import { classOf, importedNames, ownMembers } from './what-is.ts';

export interface Completion {
  readonly label: string;
  readonly kind: PythonName['kind'] | 'module' | 'keyword' | 'snippet';
  readonly detail: string;
  readonly docstring: string;
  /** What is written; a snippet has places to fill in. */
  readonly text: string;
  /** A line to be written at the beginning of the text, for a name that was not imported yet. */
  readonly importLine?: string;
}

const keywords =
  'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield'.split(
    ' ',
  );
const builtins =
  'abs all any bool dict enumerate filter float int isinstance len list map max min next print range reversed round set sorted str sum tuple zip'.split(
    ' ',
  );

/** What can stand at a place of a Python strategy. Monaco sorts and narrows it by what is typed. */
export function completePython(api: PythonApi, source: string, offset: number): Completion[] {
  const place = pythonPlaceAt(source, offset);
  switch (place.kind) {
    case 'nothing':
      return [];
    case 'import':
      return api.names.filter(({ name }) => !place.taken.includes(name)).map(plain);
    case 'module':
      return [...modules, 'stratbox'].sort().map((name) => word(name, 'module'));
    case 'member':
      return membersOf(api, source, place.of);
    case 'name': {
      const imported = importedNames(source);
      return [
        ...(place.startsLine ? pythonSnippets.map(fromSnippet) : []),
        ...api.names.map((name) =>
          imported.has(name.name)
            ? called(name)
            : { ...called(name), importLine: `from stratbox import ${name.name}` },
        ),
        ...builtins.map((name) => word(name, 'function')),
        ...keywords.map((name) => word(name, 'keyword')),
      ];
    }
  }
}

function membersOf(api: PythonApi, source: string, expression: string): Completion[] {
  if (expression === 'self.parameters') {
    return (readPythonParameters(source) ?? []).map(({ name }) => word(name, 'property'));
  }
  const owner = classOf(api, source, expression);
  const known = (owner === undefined ? [] : (api.classes[owner] ?? [])).map(called);
  if (expression !== 'self') return known;
  const names = new Set(known.map(({ label }) => label));
  const own = ownMembers(source).filter(({ name }) => !names.has(name));
  return [
    ...known,
    ...own.map(({ name, isMethod }) => word(name, isMethod ? 'method' : 'property')),
  ];
}

const plain = ({ name, kind, signature, docstring }: PythonName): Completion => ({
  label: name,
  kind,
  detail: signature,
  docstring,
  text: name,
});

/** A function is written with its brackets, and the cursor between them where it takes something. */
function called(name: PythonName): Completion {
  if (name.kind !== 'method' && name.kind !== 'function') return plain(name);
  const takesNothing = /^\(\)/.test(name.signature);
  return { ...plain(name), text: takesNothing ? `${name.name}()` : `${name.name}($0)` };
}

const word = (label: string, kind: Completion['kind']): Completion => ({
  label,
  kind,
  detail: '',
  docstring: '',
  text: label,
});

const fromSnippet = ({ label, detail, text }: (typeof pythonSnippets)[number]): Completion => ({
  label,
  kind: 'snippet',
  detail,
  docstring: '',
  text,
});
