import type { Call } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const fileFunctions =
  /^(?:(?:node:)?fs(?:\/promises)?:.|(?:Deno|Bun)\.(?:\w*(?:[fF]ile|Dir|write|read|remove|open|mkdir|rename|stat|link))|(?:showOpenFilePicker|showSaveFilePicker|showDirectoryPicker|FileReader|FileReaderSync|openDatabase|requestFileSystem)$|navigator\.storage|process\.binding$)/;

const touchesFiles = ({ path }: Call): boolean => fileFunctions.test(path);

/** `readFileSync` of `node:fs`; what belongs to no module has its path for a name. */
function named(path: string): string {
  const end = path.lastIndexOf(':');
  return end < 0 ? `\`${path}\`` : `\`${path.slice(end + 1)}\` of \`${path.slice(0, end)}\``;
}

export const fileAccess: Rule = {
  id: 'file-access',
  family: 'security',
  severity: 'error',
  points: score.fileAccess,
  languages: ['javascript', 'python'],
  title: 'File access',
  explain:
    'A strategy has no files: reading one takes secrets, writing one leaves something behind.',
  fix: 'Import the file as a data set; export results from the workbench.',
  bad: [
    {
      code: "import { readFileSync as read } from 'node:fs';\nread('/etc/passwd');",
      at: "read('/etc/passwd')",
    },
    { code: "require('fs').writeFileSync('x', '1');", at: "require('fs').writeFileSync('x', '1')" },
    { code: "Deno.readTextFile('x');", at: "Deno.readTextFile('x')" },
  ],
  good: [
    'const bar = { open: (x) => x };\nbar.open(1);',
    'const fs = { readFileSync: () => 1 };\nfs.readFileSync();',
    'const read = (file) => file.readFile;',
  ],
  check: ({ calls }) => hitsFor(calls, touchesFiles, ({ path }) => `${named(path)} touches files.`),
};
