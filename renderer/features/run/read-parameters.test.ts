import { describe, expect, it } from 'vitest';
import { readParameters } from './read-parameters.ts';

const declare = (entries: string) => readParameters(`export const parameters = { ${entries} };`);

describe('readParameters', () => {
  it('reads every kind of literal entry with its bounds', () => {
    expect(
      declare(`fast: { type: 'integer', default: 10, minimum: 2, maximum: 100 },
        'stop loss': { type: 'number', default: -0.5, minimum: -1 },
        short: { type: 'boolean', default: false },
        note: { type: 'text', default: \`plain\` },`),
    ).toEqual([
      { name: 'fast', type: 'integer', default: 10, minimum: 2, maximum: 100 },
      { name: 'stop loss', type: 'number', default: -0.5, minimum: -1 },
      { name: 'short', type: 'boolean', default: false },
      { name: 'note', type: 'text', default: 'plain' },
    ]);
  });

  it('leaves out what is computed, mistyped or of an unknown type, and keeps the rest', () => {
    const read = declare(`a: { type: 'integer', default: 2 + 3 }, b: make(), [c]: { type: 'text' },
      d: { type: 'integer', default: 'ten' }, e: { type: 'colour', default: 'red' }, ...more,
      ok: { type: 'number', default: 1 }`);
    expect(read?.map(({ name }) => name)).toEqual(['ok']);
  });

  it('never runs the code', () => {
    Reflect.deleteProperty(globalThis, 'touched');
    declare('a: (globalThis.touched = true), b: { get default() { globalThis.touched = true } }');
    expect('touched' in globalThis).toBe(false);
  });

  it('takes only an exported constant of that name', () => {
    expect(readParameters('const parameters = { a: { type: "number", default: 1 } };')).toEqual([]);
    expect(readParameters('export default class {}')).toEqual([]);
  });

  it('tells half-typed code from code without parameters', () => {
    expect(readParameters('export const parameters = {')).toBeNull();
  });
});
