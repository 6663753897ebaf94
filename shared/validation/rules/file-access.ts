import type { Call } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { touchesFiles as isPythonDoor, writesFile } from './modules/python-doors.ts';

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
  inPython: {
    fix: 'Import the file as a data set and read it with `load(name)`; export results from the workbench.',
    bad: [
      { code: "with open('/etc/passwd') as f:\n    pass", at: 'open' },
      { code: "import pandas as pd\nread = pd.read_csv\nread('x.csv')", at: 'pd.read_csv' },
      { code: 'from pandas import read_pickle as r', at: 'read_pickle as r' },
      { code: "import numpy as np\nnp.save('x', [1])", at: 'np.save' },
      { code: "def f(frame):\n    frame.to_csv('x.csv')", at: "frame.to_csv('x.csv')" },
      { code: "import os\nos.remove('x')", at: 'os.remove' },
    ],
    good: [
      'def f(bar):\n    open = bar.open\n    return open',
      'def f(bar):\n    return bar.open(1)',
      "def f(frame):\n    return frame.to_csv(index=False), frame.to_dict('list'), frame.to_numpy()",
      "import json\nx = json.loads('1')",
    ],
  },
  check: ({ calls, reaches, methodCalls, language }) =>
    language === 'javascript'
      ? hitsFor(calls, touchesFiles, ({ path }) => `${named(path)} touches files.`)
      : [
          // By any reference: what is handed on is called elsewhere.
          ...hitsFor(
            reaches,
            ({ path, usage }) => isPythonDoor(path) && usage !== 'test',
            ({ path }) => `${named(path)} touches files.`,
          ),
          ...hitsFor(
            methodCalls,
            ({ name, argumentCount }) => writesFile(name, argumentCount),
            ({ name }) => `\`${name}\` writes a file.`,
          ),
        ],
};
