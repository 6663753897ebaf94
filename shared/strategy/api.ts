// What `import … from 'stratbox'` gives a strategy. Its types for the editor: stratbox.d.ts and
// indicator-types.d.ts.
export * from '../indicators/index.ts';
export { data } from './data.ts';
export { load, loadBalances, loadSnapshots, loadTrades } from './load.ts';
export { sim } from './sim.ts';
export { Strategy } from './strategy.ts';
