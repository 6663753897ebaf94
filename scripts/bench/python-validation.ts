import { spawnSync } from 'node:child_process';
import { honestPython } from '../../shared/validation/honest-python.fixture.ts';
import { assess } from '../../shared/validation/index.ts';
import { pythonParser } from '../../shared/validation/languages/python/grammar.ts';
import { loadPythonForTest } from '../../shared/validation/load-python.fixture.ts';
import { sideBySide } from './side-by-side.ts';
import { milliseconds, row } from './table.ts';

/** What every check of a Python text has to do at least: read it, and walk its tree once. */
function barePythonReading(text: string): number {
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

const parseByPython = (text: string) => () => {
  const code = 'import ast, sys; ast.parse(sys.stdin.read())';
  const { status, stderr } = spawnSync('python3', ['-c', code], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(`python3 did not read the text: ${stderr}`);
};

/** The whole validation of Python beside the bare reading, and beside a Python process that only parses. */
export async function pythonSection(): Promise<void> {
  await loadPythonForTest();
  const texts = [200, 1000].map(honestPython);
  for (const text of texts) {
    const [finding] = assess(text, 'python').findings;
    if (finding) throw new Error(`The honest Python text is not: ${finding.message}`);
  }
  for (let warm = 0; warm < 40; warm += 1) {
    for (const text of texts) {
      assess(text, 'python');
      barePythonReading(text);
    }
  }
  row('Python: whole validation ÷ bare reading, warm', 'ratio', 'validation', 'parse, one walk');
  row('---', '---:', '---:', '---:');
  for (const text of texts) compare(text, () => barePythonReading(text), 41);
  console.log();
  row('Python: whole validation ÷ python3 for ast.parse', 'ratio', 'validation', 'python3');
  row('---', '---:', '---:', '---:');
  for (const text of texts) compare(text, parseByPython(text), 11);
}

function compare(text: string, other: () => unknown, rounds: number): void {
  const { ratio, first, second } = sideBySide(() => assess(text, 'python'), other, rounds);
  const lines = `${text.split('\n').length.toLocaleString('en')} lines`;
  row(lines, `${ratio.toFixed(2)}×`, milliseconds(first), milliseconds(second));
}
