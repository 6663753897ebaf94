import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { leakedModule as leakedBy } from './modules/python-modules.ts';

export const leakedModule: Rule = {
  id: 'leaked-module',
  family: 'security',
  severity: 'error',
  points: score.blacklistedModule,
  languages: ['python'],
  title: 'A module reached through another',
  explain:
    'Honest packages have imported sys and os for themselves; through them a strategy reaches what it may not import.',
  fix: 'Use what the package documents for you.',
  bad: [
    { code: 'import statistics\nx = statistics.sys', at: 'statistics.sys' },
    { code: 'import json as j\nx = j.codecs', at: 'j.codecs' },
    { code: 'import pandas as pd\nx = pd.io.common.os', at: 'pd.io.common' },
    { code: 'from random import _os', at: '_os' },
    { code: 'import numpy as np\nx = np.f2py', at: 'np.f2py' },
    { code: 'from stratbox.run import current_run', at: 'current_run' },
    { code: 'from numpy.distutils import misc_util', at: 'numpy.distutils' },
    { code: 'import pandas.io.common', at: 'pandas.io.common' },
    {
      code: "import numpy as np\nc = getattr(np, 'ctypes' + 'lib')",
      at: "getattr(np, 'ctypes' + 'lib')",
    },
  ],
  good: [
    'import numpy as np\nx = np.select([True], [1])\ny = np.random.default_rng(1)',
    'import scipy.signal\nfrom scipy import signal\nx = signal.lfilter',
    'class A:\n    sys = 1\n    _os = 2\nx = A().sys + A()._os',
    'import pandas as pd\nx = pd.api.types.is_numeric_dtype',
    'from stratbox.strategy import Strategy\nfrom stratbox.indicators import sma\nimport stratbox\nx = stratbox.sim',
  ],
  check: ({ reaches, imports }) => {
    const reached = hitsFor(
      reaches,
      ({ path, usage }) => usage !== 'test' && leakedBy(path) !== undefined,
      ({ path }) => `\`${path.replace(':', '.')}\` leads to what a strategy may not import.`,
    );
    const lines = new Set(reached.map(({ place }) => place.line));
    // What is imported from behind a door counts once, by its own name.
    return [
      ...reached,
      ...hitsFor(
        imports,
        ({ module = '', how, place }) =>
          how === 'static' && !lines.has(place.line) && leakedBy(pathOf(module)) !== undefined,
        ({ module }) => `\`${module}\` leads to what a strategy may not import.`,
      ),
    ];
  },
};

/** A module's name as paths write it. */
const pathOf = (module: string): string => module.replace('.', ':');
