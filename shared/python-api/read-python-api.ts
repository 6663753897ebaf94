import type { Parser } from 'web-tree-sitter';
import {
  childOf,
  childrenOf,
  namedOf,
  textOf,
  type PythonNode,
} from '../validation/languages/python/node.ts';
import { parsePython } from '../validation/languages/python/parse.ts';
import { classMembers, describeName } from './describe-name.ts';
import type { PythonApi, PythonName } from './python-api.ts';

interface Module {
  readonly statements: readonly PythonNode[];
  /** The names of the folders that it stands in. */
  readonly folder: readonly string[];
}

/** A definition, and the module that it stands in. */
interface Found {
  readonly module: string;
  readonly node: PythonNode;
}

/**
 * The public face of a Python package, read from its own source: signatures and docstrings are said
 * there and nowhere else.
 * @param read gives the text of a file of the package, such as `strategy.py`; undefined if there is none.
 * @throws {Error} if a name that the package offers is not to be found in it.
 */
export function readPythonApi(
  read: (path: string) => string | undefined,
  parser: Parser,
): PythonApi {
  const modules = new Map<string, Module>();
  const moduleAt = (path: string): Module => {
    const known = modules.get(path);
    if (known !== undefined) return known;
    const ofPackage = path === '' ? '__init__.py' : `${path}/__init__.py`;
    const source = read(`${path}.py`);
    const parsed = parsePython(source ?? read(ofPackage) ?? '', parser);
    if (parsed.module === undefined) throw new Error(`The module "${path}" cannot be read.`);
    const folder = path.split('/').filter((part) => part !== '');
    if (source !== undefined) folder.pop();
    const module = { statements: parsed.module.children, folder };
    modules.set(path, module);
    return module;
  };
  const find = (module: string, name: string): Found | undefined => {
    const { statements, folder } = moduleAt(module);
    for (const statement of statements) {
      const node = undecorated(statement);
      if (isNamed(node, name)) return { module, node };
      const from = importedFrom(statement, folder, name);
      const found = from && find(from.module, from.name);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const classes: Record<string, readonly PythonName[]> = {};
  const learn = (name: string, module: string): string | undefined => {
    const found = find(module, name);
    if (found?.node.kind !== 'class_definition') return undefined;
    const { node } = found;
    const own = nameIn(node);
    if (classes[own] !== undefined) return own;
    classes[own] = [];
    const gives = (annotation: string): string | undefined => wordIn(annotation, found.module);
    const members = classMembers(node, gives);
    const bases = namedOf(childOf(node, 'superclasses') ?? node).filter(
      ({ kind }) => kind === 'identifier',
    );
    const inherited = bases.flatMap((base) => {
      const known = learn(textOf(base), found.module);
      return known === undefined ? [] : (classes[known] ?? []);
    });
    const names = new Set(members.map((member) => member.name));
    classes[own] = [...members, ...inherited.filter((member) => !names.has(member.name))];
    return own;
  };
  /** The first word of an annotation that is a class of the package. */
  const wordIn = (annotation: string, module: string): string | undefined => {
    for (const [word] of annotation.matchAll(/[A-Za-z_]\w*/g)) {
      const known = learn(word, module);
      if (known !== undefined) return known;
    }
    return undefined;
  };

  const offered = (path: string): string[] => {
    const { statements, folder } = moduleAt(path);
    const list = statements.find((statement) => isNamed(statement, '__all__'));
    if (list === undefined) throw new Error(`"${path}" does not say what it offers.`);
    return [...textOf(list).matchAll(/["'](\w+)["']|\*(\w+)/g)].flatMap(([, name, others = '']) => {
      if (name !== undefined) return [name];
      const from = statements.map((one) => importedFrom(one, folder, others)).find(Boolean);
      return from === undefined ? [] : offered(from.module);
    });
  };
  const names = offered('').map((name): PythonName => {
    const found = find('', name);
    if (found === undefined) throw new Error(`The package offers "${name}" and does not have it.`);
    if (found.node.kind === 'class_definition') learn(name, '');
    return { ...describeName(found.node, (text) => wordIn(text, found.module)), name };
  });
  return { names, classes };
}

const undecorated = (node: PythonNode): PythonNode =>
  node.kind === 'decorated_definition' ? (childOf(node, 'definition') ?? node) : node;

const nameIn = (node: PythonNode): string => textOf(childOf(node, 'name') ?? node);

function isNamed(node: PythonNode, name: string): boolean {
  if (node.kind === 'class_definition' || node.kind === 'function_definition')
    return nameIn(node) === name;
  const [assignment] = node.kind === 'expression_statement' ? node.children : [];
  const left = assignment?.kind === 'assignment' ? childOf(assignment, 'left') : undefined;
  return left !== undefined && textOf(left) === name;
}

/** Where `from .module import name` leads. */
function importedFrom(
  statement: PythonNode,
  folder: readonly string[],
  name: string,
): { readonly module: string; readonly name: string } | undefined {
  if (statement.kind !== 'import_from_statement') return undefined;
  const from = childOf(statement, 'module_name');
  const [, dots = '', path = ''] =
    /^(\.+)([\w.]*)$/.exec(from === undefined ? '' : textOf(from)) ?? [];
  if (dots === '') return undefined;
  const module = pathFrom(folder, dots.length, path);
  if (statement.children.some(({ kind }) => kind === 'wildcard_import')) return { module, name };
  for (const item of childrenOf(statement, 'name')) {
    const original = item.kind === 'aliased_import' ? (childOf(item, 'name') ?? item) : item;
    if (nameOfImport(item) !== name) continue;
    return { module, name: textOf(original) };
  }
  return undefined;
}

const nameOfImport = (item: PythonNode): string =>
  textOf(item.kind === 'aliased_import' ? (childOf(item, 'alias') ?? item) : item);

/** One dot is the folder of the module, each more the one above. */
function pathFrom(folder: readonly string[], dots: number, path: string): string {
  const base = folder.slice(0, folder.length - dots + 1);
  return [...base, ...path.split('.').filter((part) => part !== '')].join('/');
}
