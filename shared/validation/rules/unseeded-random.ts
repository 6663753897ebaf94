import type { Language } from '../types.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const random: Readonly<Record<Language, RegExp>> = {
  javascript:
    /^(?:Math\.random|crypto\.(?:webcrypto\.)?(?:getRandomValues|randomUUID|randomBytes|randomInt|subtle\.generateKey)|URL\.createObjectURL|Buffer\.allocUnsafe)$/,
  python:
    /^(?:random:\w+|numpy:random\.\w+|secrets:\w+|uuid:uuid[14]|os:(?:urandom|getrandom)|pandas:DataFrame\.sample|scipy:stats\.rv_generic\.rvs)$/,
};

export const unseededRandom: Rule = {
  id: 'unseeded-random',
  family: 'determinism',
  severity: 'warning',
  points: score.none,
  languages: ['javascript', 'python'],
  title: 'Random numbers without a seed',
  explain: 'Each run would trade differently: the result could not be verified or repeated.',
  fix: "Use this.random(): it comes from the run's seed.",
  bad: [
    { code: 'const x = Math.random();', at: 'Math.random' },
    { code: "const x = Math['ran' + 'dom']();", at: "Math['ran' + 'dom']" },
    { code: 'const { random } = Math;', at: 'random' },
    { code: 'crypto.getRandomValues(new Uint8Array(1));', at: 'crypto.getRandomValues' },
  ],
  good: [
    'class A {\n  random() {\n    return 0.5;\n  }\n  onBar() {\n    return this.random();\n  }\n}',
    'const x = Math.round(1.5);',
    'const Random = { random: () => 1 };\nRandom.random();',
  ],
  inPython: {
    fix: "Use self.random(): it comes from the run's seed. Or seed your own: `np.random.default_rng(42)`.",
    bad: [
      { code: 'import random\nx = random.random()', at: 'random.random' },
      { code: 'import numpy as np\nx = np.random.rand(3)', at: 'np.random.rand' },
      { code: 'from random import choice', at: 'choice' },
      { code: 'import numpy as np\nrng = np.random.default_rng()', at: 'np.random.default_rng' },
      { code: 'import uuid\nx = uuid.uuid4()', at: 'uuid.uuid4' },
      { code: 'def f(frame):\n    return frame.sample(n=5)', at: 'frame.sample(n=5)' },
    ],
    good: [
      'import random\nrandom.seed(1)\nx = random.random()',
      'import numpy as np\nrng = np.random.default_rng(42)\nx = rng.normal()',
      'import random\nrng = random.Random(7)\nx = rng.random()',
      'class A:\n    def random(self):\n        return 0.5\nx = A().random()',
      'def f(frame):\n    return frame.sample(n=5, random_state=1)',
    ],
  },
  check: ({ reaches, language }) =>
    hitsFor(
      reaches,
      ({ path }) => random[language].test(path),
      ({ path }) => `\`${path}\` differs from run to run.`,
    ),
};
