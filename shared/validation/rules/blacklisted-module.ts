import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { isBlacklisted } from './modules/blacklist.ts';

export const blacklistedModule: Rule = {
  id: 'blacklisted-module',
  family: 'security',
  severity: 'error',
  points: score.blacklistedModule,
  languages: ['javascript', 'python'],
  title: 'A module that reaches the machine',
  explain:
    "The host's own modules open files, sockets and processes. None of them exists in the sandbox.",
  fix: "Import only from 'stratbox'; market data comes with the run.",
  bad: [
    { code: "import fs from 'fs';", at: "'fs'" },
    { code: "import { exec } from 'node:child_process';", at: "'node:child_process'" },
    { code: "const net = require('net');", at: "require('net')" },
    { code: "const p = import('node:fs/promises');", at: "import('node:fs/promises')" },
    { code: "export * from 'https://x.test/code.js';", at: "'https://x.test/code.js'" },
  ],
  good: [
    "import { Strategy } from 'stratbox';\nexport default class A extends Strategy {}",
    'const text = "import fs from \'fs\'";',
    "const table = { require: (name) => name };\ntable.require('fs');",
  ],
  check: ({ imports }) =>
    hitsFor(
      imports,
      ({ module }) => module !== undefined && isBlacklisted(module),
      ({ module }) => `The module '${module ?? ''}' reaches the machine the strategy runs on.`,
    ),
};
