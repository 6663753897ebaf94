import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as api from './api.ts';
import { Strategy } from './strategy.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const types = read('./stratbox.d.ts') + read('./indicator-types.d.ts');

it("the editor's types name exactly what a strategy can import", () => {
  const declared = [...types.matchAll(/^ {2}export (?:class|function|const) (\w+)/gm)].map(
    ([, name]) => name,
  );
  expect(declared.sort()).toEqual(Object.keys(api).sort());
});

it("the editor's types name exactly what a strategy has", () => {
  const body = /class Strategy \{([\s\S]*?)\n {2}\}/.exec(types)?.[1] ?? '';
  const declared = [...body.matchAll(/^ {4}(?:readonly )?(\w+)[(:<]/gm)].map(([, name]) => name);
  const real = Object.getOwnPropertyNames(Strategy.prototype).filter(
    (name) => name !== 'constructor',
  );
  expect(declared.sort()).toEqual(real.sort());
});
