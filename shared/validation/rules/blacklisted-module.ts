import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { isBlacklisted } from './modules/is-blacklisted.ts';

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
  inPython: {
    fix: "Use what 'stratbox', numpy and pandas offer; market data comes with the run.",
    bad: [
      { code: 'import os', at: 'os' },
      { code: 'from subprocess import run as r', at: 'subprocess' },
      { code: 'import numpy as np, socket as s', at: 'socket as s' },
      { code: "m = __import__('o' + 's')", at: "__import__('o' + 's')" },
      { code: 'import importlib', at: 'importlib' },
      {
        code: "from importlib import import_module\nx = import_module('pic' + 'kle')",
        at: "import_module('pic' + 'kle')",
      },
    ],
    good: [
      'import math\nx = math.sqrt(2)',
      "text = 'import os'",
      'class Order:\n    os = 1\nx = Order.os',
      'signal = 1\ncode = 2\nplatform = signal + code',
    ],
  },
  check: ({ imports, language }) =>
    hitsFor(
      imports,
      ({ module }) => module !== undefined && isBlacklisted(module, language),
      ({ module }) => `The module '${module ?? ''}' reaches the machine the strategy runs on.`,
    ),
};
