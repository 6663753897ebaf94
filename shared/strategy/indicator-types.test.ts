import { readFileSync, readdirSync } from 'node:fs';
import type * as editor from 'stratbox';
import typescript from 'typescript';
import { describe, expect, it } from 'vitest';
import { makeDefault, makers } from '../indicators/every-indicator.fixture.ts';
import { lineNames } from '../indicators/lines.fixture.ts';
import * as api from './api.ts';

interface Declaration {
  /** With ? where they may be left out. */
  readonly parameters: readonly string[];
  /** Empty where the text has none, as in types. */
  readonly defaults: string;
  readonly docstring: string;
  readonly returns: string;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll("'", '').trim();

/** The exported functions of a text, also those inside `declare module`. */
function functionsOf(text: string): [string, Declaration][] {
  const found: [string, Declaration][] = [];
  const visit = (node: typescript.Node): void => {
    if (!typescript.isFunctionDeclaration(node)) return typescript.forEachChild(node, visit);
    const isExported = node.modifiers?.some(
      ({ kind }) => kind === typescript.SyntaxKind.ExportKeyword,
    );
    if (!isExported || node.name === undefined) return;
    const [comment] = typescript.getJSDocCommentsAndTags(node);
    const defaults = node.parameters
      .filter(({ initializer }) => initializer !== undefined)
      .map(({ name, initializer }) => `${name.getText()} ${initializer?.getText()}`);
    found.push([
      node.name.text,
      {
        parameters: node.parameters.map(({ name, initializer, questionToken }) => {
          const optional = initializer !== undefined || questionToken !== undefined;
          return name.getText() + (optional ? '?' : '');
        }),
        defaults: plain(defaults.length === 0 ? '' : `Defaults: ${defaults.join(', ')}.`),
        docstring: plain(typescript.getTextOfJSDocComment(comment?.comment) ?? ''),
        returns: node.type?.getText() ?? '',
      },
    ]);
  };
  visit(typescript.createSourceFile('a.ts', text, typescript.ScriptTarget.Latest, true));
  return found;
}

const types = readFileSync(new URL('./indicator-types.d.ts', import.meta.url), 'utf8');
const declared = new Map(functionsOf(types));

describe('an indicator in the editor', () => {
  const folder = new URL('../indicators/', import.meta.url);
  const sources = readdirSync(folder).filter((name) => !/\.(test|fixture)\.ts$/.test(name));
  const real = new Map(
    sources.flatMap((name) => functionsOf(readFileSync(new URL(name, folder), 'utf8'))),
  );

  it.each([...declared.keys()])('%s has the parameters and words of its source', (name) => {
    const { parameters, docstring } = declared.get(name) as Declaration;
    const source = real.get(name);
    expect(parameters).toEqual(source?.parameters);
    expect(docstring).toBe(plain(`${source?.docstring} ${source?.defaults}`));
  });

  it('has the lines that it has at run time', () => {
    const linesOf = (kind: string): string[] => {
      const [, parent, body = ''] =
        new RegExp(`interface ${kind} extends (\\w+) \\{([^}]*)\\}`).exec(types) ?? [];
      const own = [...body.matchAll(/readonly (\w+): Line;/g)].map(([, line]) => line as string);
      return parent === undefined ? [] : [...linesOf(parent), ...own];
    };
    const different = [...makers.keys()].filter((name) => {
      const lines = lineNames(makeDefault(name)).filter((line) => line !== 'value');
      const said = linesOf(declared.get(name)?.returns ?? '');
      return lines.sort().join() !== said.sort().join();
    });
    expect(different).toEqual([]);
  });

  it('has a type that the real one fits', () => {
    const fits: Omit<typeof editor, 'Strategy'> = api;
    expect(Object.keys(fits)).toEqual(expect.arrayContaining([...declared.keys()]));
  });
});
