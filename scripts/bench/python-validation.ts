import { spawnSync } from 'node:child_process';
import { honestPython } from '../../shared/validation/honest-python.fixture.ts';
import { assess } from '../../shared/validation/index.ts';
import { loadPythonForTest } from '../../shared/validation/load-python.fixture.ts';
import { inTurns } from './in-turns.ts';
import { sideBySide } from './side-by-side.ts';
import { milliseconds, row } from './table.ts';

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
  row('Python: whole validation ÷ bare reading, warm', 'ratio', 'validation', 'parse, one walk');
  row('---', '---:', '---:', '---:');
  for (const text of texts) {
    show(text, await inTurns('python-validation', 'bare-python-reading', text));
  }
  console.log();
  row('Python: whole validation ÷ python3 for ast.parse', 'ratio', 'validation', 'python3');
  row('---', '---:', '---:', '---:');
  for (const text of texts) {
    show(
      text,
      sideBySide(() => assess(text, 'python'), parseByPython(text), 11),
    );
  }
}

function show(text: string, { ratio, first, second }: ReturnType<typeof sideBySide>): void {
  const lines = `${text.split('\n').length.toLocaleString('en')} lines`;
  row(lines, `${ratio.toFixed(2)}×`, milliseconds(first), milliseconds(second));
}
