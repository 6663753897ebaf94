import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const ofMachine =
  /^(?:navigator|performance\.memory|devicePixelRatio|screen|innerWidth|innerHeight|process\.(?:pid|ppid|platform|arch|versions?|release|env|argv|execPath|title|cwd|memoryUsage|availableMemory|constrainedMemory|report))(?:\.|$)|^(?:node:)?os:/;

export const machineValue: Rule = {
  id: 'machine-value',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript'],
  title: 'Differs from machine to machine',
  explain:
    'Processors, memory, file dates and the lines of a stack trace are those of the machine that runs: elsewhere the run would trade differently.',
  fix: 'Decide from the bars and from parameters.',
  bad: [
    { code: 'const n = navigator.hardwareConcurrency;', at: 'navigator' },
    { code: 'const text = new Error().stack;', at: 'new Error().stack' },
    { code: 'const used = performance.memory.usedJSHeapSize;', at: 'performance.memory' },
    {
      code: "import { statSync } from 'fs';\nconst age = statSync('a').mtimeMs;",
      at: "statSync('a').mtimeMs",
    },
  ],
  good: [
    "const f = (log, error) => log(error.stack);\ntry {\n  JSON.parse('');\n} catch (error) {\n  console.error(error.stack);\n}",
    'const navigator = { speed: 4 };\nexport const speed = navigator.speed;',
    'class Plan {\n  stack = [];\n  depth() {\n    return this.stack.length;\n  }\n}',
  ],
  check: ({ reaches, machineValues }) => [
    ...hitsFor(
      reaches,
      ({ path, usage }) => ofMachine.test(path) && usage !== 'test',
      ({ path }) => `\`${path}\` tells about the machine, not about the market.`,
    ),
    ...hitsFor(
      machineValues,
      ({ what }) => what !== 'moment',
      ({ name }) => `\`${name}\` differs from machine to machine.`,
    ),
  ],
};
