import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from 'acorn';
import { analyze } from 'eslint-scope';
import { describe, expect, it } from 'vitest';
import { honestStrategy } from '../../honest-strategy.fixture.ts';
import type { NodeOf } from './node.ts';
import { parseJavaScript } from './parse.ts';
import { resolveScopes } from './scopes.ts';

const corpus = join(import.meta.dirname, '../../corpus');
const samples = ['hostile', 'innocent'].flatMap((folder) =>
  readdirSync(join(corpus, folder)).flatMap((file) =>
    readFileSync(join(corpus, folder, file), 'utf8')
      .split(/^### .*\n/m)
      .map((code, index) => ({ name: `${folder}/${file} ${index}`, code })),
  ),
);

const programOf = (code: string): Program | undefined => parseJavaScript(code).program;

interface Node {
  readonly start: number;
}

interface Use {
  readonly identifier: Node;
  readonly init?: boolean | null | undefined;
  isRead(): boolean;
  isWrite(): boolean;
}

/** What the library says of a text, in lines that can be compared. */
function byLibrary(program: Program): string[] {
  const manager = analyze(program as never, {
    ecmaVersion: 2022,
    ignoreEval: true,
    sourceType: 'module',
  });
  const lines: string[] = [];
  for (const scope of manager.scopes) {
    for (const { name, defs, references } of scope.variables) {
      // The library keeps an `arguments` for every function, asked for or not.
      if (defs.length === 0 && references.length === 0) continue;
      const where = defs.map((one) => `${one.type}@${(one.name as { start?: number }).start}`);
      lines.push(
        `${scope.type} ${name} [${where.join()}] ${references.map((one) => uses(one as never)).join()}`,
      );
    }
  }
  const through = manager.globalScope?.through ?? [];
  const globals = through.map(({ identifier }) => (identifier as unknown as Node).start);
  return [...lines.sort(), `globals ${globals.join()}`];
}

const uses = (reference: Use): string =>
  `${reference.identifier.start}${reference.isRead() ? 'r' : ''}${reference.isWrite() ? 'w' : ''}${reference.init ? 'i' : ''}`;

function byUs(program: Program): string[] {
  const { variables, globals } = resolveScopes(program);
  const lines = variables.map(({ name, scope, defs, references }) => {
    const where = defs.map((one) => `${one.type}@${one.name.start}`);
    return `${scope.type} ${name} [${where.join()}] ${references.map(uses).join()}`;
  });
  const through = globals.map(({ identifier }) => identifier.start);
  return [...lines.sort(), `globals ${through.join()}`];
}

describe('resolveScopes', () => {
  it('agrees with eslint-scope on the corpus and on honest strategies', () => {
    const texts = [...samples.map(({ code }) => code), honestStrategy(1000)];
    let compared = 0;
    for (const code of texts) {
      const program = programOf(code);
      const again = programOf(code);
      if (program === undefined || again === undefined) continue;
      compared++;
      expect(byUs(again), code).toEqual(byLibrary(program));
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('lets the default value of a parameter see the function’s arguments', () => {
    const program = programOf('function f(a = arguments[1]) { return a; }');
    const scopes = program && resolveScopes(program);
    expect(scopes?.globals).toEqual([]);
    expect(scopes?.variables.map(({ name }) => name).sort()).toEqual(['a', 'arguments', 'f']);
  });

  it('knows the variables of a declaration', () => {
    const program = programOf('const { a, b: [c] } = {};\nfunction f(x, y = 1) {}');
    const [declaration, f] = program?.body ?? [];
    const scopes = program && resolveScopes(program);
    const names = (node: unknown) =>
      scopes?.declaredBy(node as NodeOf<'FunctionDeclaration'>).map(({ name }) => name);
    expect(names(declaration)).toEqual(['a', 'c']);
    expect(names(f)).toEqual(['f', 'x', 'y']);
  });
});
