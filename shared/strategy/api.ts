// What `import … from 'stratbox'` gives a strategy. Its types for the editor: stratbox.d.ts and
// indicator-types.d.ts.
export * from '../indicators/index.ts';
export { Strategy } from './strategy.ts';
