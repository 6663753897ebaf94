import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const random =
  /^(?:Math\.random|crypto\.(?:webcrypto\.)?(?:getRandomValues|randomUUID|randomBytes|randomInt|subtle\.generateKey)|URL\.createObjectURL|Buffer\.allocUnsafe)$/;

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
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path }) => random.test(path),
      ({ path }) => `\`${path}\` differs from run to run.`,
    ),
};
