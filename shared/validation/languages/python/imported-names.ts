import { childOf, childrenOf, nameOf, namedOf, type PythonNode } from './node.ts';
import type { PythonScopes } from './resolve-scopes.ts';

/** A module's path as facts write it: `os.path` is `os:path`, a whole module `os:`. */
export function modulePath(dotted: string): string {
  const [root = '', ...rest] = dotted.split('.');
  return `${root}:${rest.join('.')}`;
}

/** Under these names packages keep whole modules that they have imported for themselves. */
const reexported = new Map([
  ['np', 'numpy:'],
  ['numpy', 'numpy:'],
  ['pd', 'pandas:'],
  ['pandas', 'pandas:'],
  ['bltns', 'builtins:'],
  ['logging', 'logging:'],
  ['operator', 'operator:'],
]);

/** Whether a path is of a package and not of what one of its calls gives. */
const keepsModules = (path: string): boolean =>
  path.includes(':') && !path.includes('()') && path !== 'numba:';

/** The path of something in a module or of a member of it. */
export function memberPath(path: string, member: string): string {
  if (path === '__builtins__' || path === 'builtins:') return member;
  const module = reexported.get(member);
  if (module !== undefined && keepsModules(path)) return module;
  return path.endsWith(':') ? `${path}${member}` : `${path}.${member}`;
}

/** `a.b.c` as it is written, without spaces, NFKC. */
export function dottedName(node: PythonNode): string {
  if (node.kind === 'relative_import') return node.source.slice(node.start, node.end);
  return namedOf(node).map(nameOf).join('.');
}

export interface ImportedName {
  /** The module that is loaded for it. */
  readonly module: string;
  /** What the name means; undefined for everything of the module. */
  readonly path: string | undefined;
  /** The name that is bound. */
  readonly name: PythonNode | undefined;
  /** Where it stands in the text. */
  readonly node: PythonNode;
}

/** What an import statement brings. */
export function importedNames(statement: PythonNode): ImportedName[] {
  const names = childrenOf(statement, 'name');
  const from = childOf(statement, 'module_name');
  if (from === undefined) {
    return names.map((node) => {
      const alias = childOf(node, 'alias');
      const module = dottedName(alias ? (childOf(node, 'name') ?? node) : node);
      const [root = ''] = module.split('.');
      const path = modulePath(alias ? module : root);
      return { module, path, name: alias ?? namedOf(node)[0], node };
    });
  }
  const module = dottedName(from);
  const all = statement.children.find(({ kind }) => kind === 'wildcard_import');
  if (all !== undefined) return [{ module, path: undefined, name: undefined, node: all }];
  return names.map((node) => {
    const alias = childOf(node, 'alias');
    const named = alias ? (childOf(node, 'name') ?? node) : node;
    const path = memberPath(modulePath(module), dottedName(named));
    return { module, path, name: alias ?? namedOf(node)[0], node };
  });
}

export function bindImport(statement: PythonNode, scopes: PythonScopes): void {
  for (const { module, path, name } of importedNames(statement)) {
    if (path === undefined) scopes.everythingOf.push(module);
    else if (name !== undefined) scopes.bind(name, { how: 'import', path }, statement);
  }
}
