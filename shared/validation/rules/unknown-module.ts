import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { isAllowed, isBlacklisted } from './modules/is-blacklisted.ts';

export const unknownModule: Rule = {
  id: 'unknown-module',
  family: 'security',
  severity: 'warning',
  points: score.unknownModule,
  languages: ['javascript', 'python'],
  title: 'A module the sandbox does not have',
  explain:
    'A strategy is one file: the sandbox has `stratbox`, for Python some well-known packages, and nothing else.',
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
  inPython: {
    fix: 'Use a package the sandbox has, such as numpy or pandas, or copy what you need into the strategy.',
    bad: [
      { code: 'import lodash', at: 'lodash' },
      { code: 'from helpers import mean', at: 'helpers' },
      { code: 'from . import other', at: '.' },
      { code: 'import ta, talib as t', at: 'talib as t' },
    ],
    good: [
      'import numpy as np\nfrom datetime import datetime, timedelta\nimport scipy.stats',
      'from stratbox import Strategy',
      'helpers = 1',
    ],
  },
  check: ({ imports, language }, { allowedModules }) =>
    hitsFor(
      imports,
      ({ how, module }) =>
        how === 'static' &&
        module !== undefined &&
        !isBlacklisted(module, language) &&
        !isAllowed(module, language, allowedModules),
      ({ module = '' }) =>
        /^[./]/.test(module)
          ? `'${module}' cannot be found in the sandbox: a strategy is one file.`
          : `'${module}' is not in the sandbox${language === 'python' ? '' : ": only 'stratbox' is"}.`,
    ),
};
