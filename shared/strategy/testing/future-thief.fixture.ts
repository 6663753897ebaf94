/**
 * A strategy that tries to catch the engine's columns: it patches what the engine might call on them,
 * plants getters under names that the engine's own objects may lack, and looks through everything it is
 * handed. It prints how many columns it caught; a sandbox that holds lets it print 0.
 */
export const futureThief = `
import { Strategy } from 'stratbox';

const caught = new Set();
const seen = new Set();
function search(value, depth = 0) {
  if (value === null || typeof value !== 'object' || depth > 4 || seen.has(value)) return;
  seen.add(value);
  if (ArrayBuffer.isView(value) && value.length > 20) caught.add(value);
  if (ArrayBuffer.isView(value)) return;
  for (const key of Reflect.ownKeys(value)) {
    try { search(value[key], depth + 1); } catch { /* a getter that throws hides nothing */ }
  }
}
function spyOn(target, name) {
  try {
    const original = target[name];
    target[name] = function (...values) {
      search(this);
      values.forEach((value) => search(value));
      return original.apply(this, values);
    };
  } catch { /* frozen */ }
}
for (const kind of [Array, Map, Set, Float64Array, Int32Array, Uint8Array, String, Function, Object]) {
  for (const name of Object.getOwnPropertyNames(kind.prototype)) {
    if (name !== 'constructor' && name !== 'apply') {
      const { value } = Object.getOwnPropertyDescriptor(kind.prototype, name);
      if (typeof value === 'function') spyOn(kind.prototype, name);
    }
  }
}
for (const target of [Array.prototype, Map.prototype, Float64Array.prototype]) {
  spyOn(target, Symbol.iterator);
}
for (const name of ['keys', 'entries', 'assign', 'freeze', 'create', 'fromEntries']) spyOn(Object, name);
for (const name of ['max', 'min', 'abs', 'sign', 'floor']) spyOn(Math, name);
spyOn(JSON, 'stringify');
const absent = ['finer', 'tag', 'exits', 'group', 'closes', 'from', 'symbol', 'type', 'limit', 'toJSON',
  'adjustedClose', 'plots', 'reuseBar', 'sessions', 'time', 'close', 'bars', 'market', 'length'];
for (const name of absent) {
  try {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get() { search(this); return undefined; },
      set(value) { search(this); search(value); },
    });
  } catch { /* not extensible */ }
}

export default class FutureThief extends Strategy {
  onBar(bar) {
    search(this);
    search(bar);
    search(Object.getPrototypeOf(bar));
    const order = this.buy(1, { limit: bar.close, tag: 'x' });
    search(order);
    this.orders.forEach((one) => search(one));
    this.close();
    this.plot('p', bar.close);
    if (bar.index === 150) console.log('caught', caught.size);
  }
}
`;
