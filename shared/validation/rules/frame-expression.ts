import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import type { CodeText } from '../facts.ts';

const evaluators =
  /^(?:pandas:(?:eval|core\.computation\.\w+(?:\.eval)?)|numexpr:\w+|numpy:core\.numeric\.eval)$/;

/** Transformations of columns are what a formula is for; this is more. */
const reaching =
  /__|\b(?:eval|exec|open|compile|getattr|import|input|globals|locals|vars)\b|\w\.\w+\.\w/;

const isPlainFormula = ({ name, text = '' }: CodeText): boolean =>
  name === 'formula' && !reaching.test(text);

/** A condition over columns, whole and written out, reaches nothing else. */
const isPlainQuery = ({ name, text }: CodeText): boolean =>
  name === 'query' && text !== undefined && !/@|__|\.\s*\w+\s*\(/.test(text);

export const frameExpression: Rule = {
  id: 'frame-expression',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['python'],
  title: 'A text that pandas runs as code',
  explain:
    "DataFrame.eval and query, and the formulas of statsmodels, read code from a text: `@` reaches the strategy's own names, and a text made at run time can be anything.",
  fix: 'Write the condition as code: `frame[frame.close > 10]`.',
  bad: [
    { code: "def f(frame):\n    return frame.eval('a + b')", at: "frame.eval('a + b')" },
    { code: 'def f(frame, text):\n    return frame.query(text)', at: 'frame.query(text)' },
    {
      code: "def f(frame):\n    return frame.query('a > @limit')",
      at: "frame.query('a > @limit')",
    },
    { code: "import pandas as pd\nx = pd.eval('1 + 1')", at: 'pd.eval' },
    {
      code: "import statsmodels.formula.api as smf\nm = smf.ols('y ~ I(open(path).read())', data=f)",
      at: "smf.ols('y ~ I(open(path).read())', data=f)",
    },
  ],
  good: [
    "import statsmodels.formula.api as smf\nm = smf.ols('profit ~ np.log(size) + C(kind) + 0.5', data=f)",
    "def f(frame):\n    return frame.query('close > 10')",
    "class Model:\n    def eval(self, x):\n        return x\nm = Model()\nx = m.eval('a')",
    'def f(model):\n    return model.eval()',
    'import re\ndef f(text):\n    return text.strip()',
  ],
  check: ({ codeTexts, reaches }) => [
    ...hitsFor(
      codeTexts,
      (one) => one.name !== 'annotation' && !isPlainQuery(one) && !isPlainFormula(one),
      ({ name }) => `\`${name}\` runs this text as code.`,
    ),
    ...hitsFor(
      reaches,
      ({ path, usage }) => evaluators.test(path) && usage !== 'test',
      ({ path }) => `\`${path.replace(':', '.')}\` runs texts as code.`,
    ),
  ],
};
