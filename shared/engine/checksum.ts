/**
 * A short fingerprint of a column's exact bits, computed alike in every JavaScript engine: two 32-bit
 * FNV-1a sums (Fowler, Noll, Vo 1991) over the low and the high words. It compares honest engines,
 * it is no defence against a forger.
 */
export function columnChecksum(values: Float64Array): string {
  const word = new DataView(new ArrayBuffer(8));
  let low = 0x811c9dc5;
  let high = 0x811c9dc5;
  for (let index = 0; index < values.length; index += 1) {
    word.setFloat64(0, values[index] as number, true);
    low = Math.imul(low ^ word.getUint32(0, true), 0x01000193);
    high = Math.imul(high ^ word.getUint32(4, true), 0x01000193);
  }
  const hex = (sum: number) => (sum >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}
