import type { Language } from '../../../../shared/validation/types.ts';
import analysisJavaScript from './templates/analysis.js?raw';
import analysisPython from './templates/analysis.py?raw';
import positions from './templates/positions.py?raw';
import script from './templates/script.py?raw';
import signals from './templates/signals.py?raw';
import strategyJavaScript from './templates/strategy.js?raw';
import strategyPython from './templates/strategy.py?raw';

/** What a new strategy can begin with. Each runs as it is. */
export interface StrategyTemplate {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** How it decides, or what else it does. */
  readonly style: string;
  readonly source: string;
}

export const strategyTemplates: readonly StrategyTemplate[] = [
  {
    id: 'strategy-javascript',
    title: 'JavaScript strategy',
    language: 'javascript',
    style: 'A class that decides bar by bar',
    source: strategyJavaScript,
  },
  {
    id: 'strategy-python',
    title: 'Python strategy',
    language: 'python',
    style: 'A class that decides bar by bar',
    source: strategyPython,
  },
  {
    id: 'signals',
    title: 'Python signals',
    language: 'python',
    style: 'A class that answers each bar with a list of signals',
    source: signals,
  },
  {
    id: 'positions',
    title: 'Python positions',
    language: 'python',
    style: 'A function from a pandas table to target weights',
    source: positions,
  },
  {
    id: 'script',
    title: 'Python script',
    language: 'python',
    style: 'Plain pandas code that hands its positions to sim()',
    source: script,
  },
  {
    id: 'analysis-python',
    title: 'Python analysis',
    language: 'python',
    style: 'Leaves a value, a table or a chart in result',
    source: analysisPython,
  },
  {
    id: 'analysis-javascript',
    title: 'JavaScript analysis',
    language: 'javascript',
    style: 'Leaves a value, a table or a chart in result',
    source: analysisJavaScript,
  },
];
