import { globSync, readFileSync } from 'node:fs';
import type { Parser, TreeCursor } from 'web-tree-sitter';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSamples } from '../../corpus/read-samples.fixture.ts';
import { honestPython } from '../../honest-python.fixture.ts';
import { loadPythonForTest } from '../../load-python.fixture.ts';
import { pythonParser } from './grammar.ts';
import { parsePython } from './parse.ts';

let parser: Parser;
beforeAll(async () => {
  await loadPythonForTest();
  parser = pythonParser() as Parser;
});

const passedOver = new Set(
  `( ) [ ] { } , . ; = -> def return class import from if elif else for while pass lambda with try
  except finally raise assert del global nonlocal as break continue`.split(/\s+/),
);
const muteKinds = new Set(['line_continuation', 'string_end']);

/** Every node but the signs, each with all that the parser says of it. */
function asked(cursor: TreeCursor): string[] {
  const own = `${cursor.nodeType} ${cursor.currentFieldName ?? ''} ${cursor.startIndex}-${cursor.endIndex}`;
  const isSign = (cursor.nodeIsNamed ? muteKinds : passedOver).has(cursor.nodeType);
  const nodes = isSign ? [] : [own];
  if (!cursor.gotoFirstChild()) return nodes;
  do nodes.push(...asked(cursor));
  while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return nodes;
}

/** Signs and keywords play no part with a name, whatever the grammar calls it. */
const withoutSignRoles = (line: string): string => line.replace(/^([^a-z_A-Z]\S*) \S* /, '$1  ');

describe('the copy of a tree', () => {
  it('says of every node what the parser says, though it asks less', () => {
    const files = globSync(['docker/python/**/*.py', 'examples/*.py', 'scripts/**/*.py']);
    const samples = readSamples('innocent', 'python').map(({ code }) => code);
    const texts = [
      honestPython(600),
      ...samples,
      ...files.map((file) => readFileSync(file, 'utf8')),
    ];
    expect(texts.length).toBeGreaterThan(250);
    for (const text of texts) {
      const tree = parser.parse(text);
      const cursor = tree?.walk();
      if (!tree || !cursor) throw new Error('the parser gave no tree');
      const { nodes = [] } = parsePython(text, parser);
      const copied = nodes.map(({ kind, field, start, end }) => `${kind} ${field} ${start}-${end}`);
      expect(tree.rootNode.hasError).toBe(false);
      expect(copied.map(withoutSignRoles)).toEqual(asked(cursor).map(withoutSignRoles));
      cursor.delete();
      tree.delete();
    }
  });
});
