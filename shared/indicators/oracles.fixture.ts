import type { OracleCase } from './oracle-arrays.fixture.ts';
import { averageOracles } from './oracles-averages.fixture.ts';
import { calendarOracles } from './oracles-calendar.fixture.ts';
import { oscillatorOracles } from './oracles-oscillators.fixture.ts';
import { statisticOracles } from './oracles-statistics.fixture.ts';
import { trendOracles } from './oracles-trends.fixture.ts';

/** Every definition TA-Lib lacks, and the lines of its own that a parity case does not read. */
export const oracleCases: readonly OracleCase[] = [
  ...averageOracles,
  ...oscillatorOracles,
  ...statisticOracles,
  ...trendOracles,
  ...calendarOracles,
];
