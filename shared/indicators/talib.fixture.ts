import { readFileSync } from 'node:fs';
import { TAFuncs, init } from 'talib-web';
import type { Bar } from './indicator.ts';

type Output = Record<string, number[]>;

interface Wasm {
  HEAP32: Int32Array;
  _malloc: (bytes: number) => number;
  _free: (address: number) => void;
  ccall: (name: string, returns: string, types: string[], values: number[]) => number;
}

const file = new URL('../../node_modules/talib-web/lib/talib.wasm', import.meta.url);

/**
 * TA-Lib's C code over bars: the bar of the first value, and the outputs from that bar on.
 *
 * The C code is sound, the package's wrapper around it (0.1.3) is not, so its calls are mended here.
 * It asks for one bar more than it makes room for; it passes one address (0) for both counts that C
 * gives back, which some functions read again (STDDEV, BBANDS, STOCH and MACD are wrong by it); and
 * it reads the outputs after freeing them.
 */
export async function openTalib() {
  // As a data URL: the package would otherwise fetch its module by a path, which Node refuses.
  const wasm = (await init(
    `data:application/wasm;base64,${readFileSync(file).toString('base64')}`,
  )) as Wasm;
  const { _free: free, ccall: call } = wasm;
  const counts = wasm._malloc(8);
  let freed: number[] = [];
  wasm._free = (address) => freed.push(address);
  wasm.ccall = (name, returns, types, values) => {
    const mended = [...values];
    mended[1] = (values[1] as number) - 1;
    // The output addresses come last and are never 0; before them stand the two counts.
    const last = mended.lastIndexOf(0);
    mended[last - 1] = counts;
    mended[last] = counts + 4;
    return call(name, returns, types, mended);
  };

  return (name: string, parameters: object, bars: readonly Bar[]): [number, Output] => {
    const run = (TAFuncs as unknown as Record<string, (input: object) => Output>)[name];
    if (run === undefined) throw new Error(`TA-Lib has no ${name}`);
    const column = (field: keyof Bar) => bars.map((bar) => bar[field]);
    const outputs = run({
      inReal: column('close'),
      inReal0: column('close'),
      inReal1: column('volume'),
      open: column('open'),
      high: column('high'),
      low: column('low'),
      close: column('close'),
      volume: column('volume'),
      ...parameters,
    });
    freed.forEach(free);
    freed = [];
    const begin = wasm.HEAP32[counts / 4] as number;
    const length = wasm.HEAP32[counts / 4 + 1] as number;
    for (const values of Object.values(outputs)) values.length = length;
    return [begin, outputs];
  };
}
