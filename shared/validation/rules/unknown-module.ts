import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { isBlacklisted } from './modules/blacklist.ts';

export const unknownModule: Rule = {
  id: 'unknown-module',
  family: 'security',
  severity: 'warning',
  points: score.unknownModule,
  languages: ['javascript', 'python'],
  title: 'A module the sandbox does not have',
  explain: 'A strategy is one file: the sandbox has the module `stratbox` and no other.',
  fix: "Copy what you need into the strategy, or use what 'stratbox' offers.",
  bad: [
    { code: "import _ from 'lodash';", at: "'lodash'" },
    { code: "import { helper } from './helper.js';", at: "'./helper.js'" },
    { code: "export { mean } from 'simple-statistics';", at: "'simple-statistics'" },
  ],
  good: [
    "import { sma } from 'stratbox';\nsma(3);",
    'const text = "import _ from \'lodash\'";',
    'export const lodash = 1;',
  ],
  check: ({ imports }, { allowedModules }) =>
    hitsFor(
      imports,
      ({ how, module }) =>
        how === 'static' &&
        module !== undefined &&
        !isBlacklisted(module) &&
        !allowedModules.includes(module),
      ({ module = '' }) =>
        /^[./]/.test(module)
          ? `'${module}' cannot be found in the sandbox: a strategy is one file.`
          : `'${module}' is not in the sandbox: only 'stratbox' is.`,
    ),
};
