// What `import … from 'stratbox'` gives a strategy. Its types for the editor: stratbox.d.ts.
export {
  atr,
  crossesAbove,
  crossesBelow,
  ema,
  highest,
  lowest,
  rsi,
  sma,
} from '../indicators/index.ts';
export { Strategy } from './strategy.ts';
