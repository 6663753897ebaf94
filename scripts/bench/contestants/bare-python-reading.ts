import { pythonParser } from '../../../shared/validation/languages/python/grammar.ts';
import { loadPythonForTest } from '../../../shared/validation/load-python.fixture.ts';

await loadPythonForTest();

/** What every check of a Python text has to do at least: read it, and walk its tree once. */
export function work(text: string): number {
  const parser = pythonParser();
  if (typeof parser === 'string') throw new Error(parser);
  const tree = parser.parse(text);
  if (tree === null) throw new Error('the Python parser gave no tree');
  const cursor = tree.walk();
  let nodes = 1;
  for (let goesOn = true; goesOn; nodes += 1) {
    if (cursor.gotoFirstChild()) continue;
    while (goesOn && !cursor.gotoNextSibling()) goesOn = cursor.gotoParent();
  }
  cursor.delete();
  tree.delete();
  return nodes;
}
