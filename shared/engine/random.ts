/**
 * A seeded generator of numbers in [0, 1): mulberry32 (Tommy Ettinger, 2017, public domain), chosen
 * because it is 32-bit integer arithmetic only and so gives the same bits in every JavaScript engine.
 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
