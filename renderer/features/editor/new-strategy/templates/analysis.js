import { data } from 'stratbox';

// A script leaves what it finds in `result`: a number, a text, an object
// or an array of rows. Tables of your own, ticked under Run settings ›
// Data, are read with load('name').
const years = new Map();

for (let bar = 1; bar < data.close.length; bar += 1) {
  const year = new Date(data.time[bar]).getUTCFullYear();
  const change = data.close[bar] / data.close[bar - 1] - 1;
  if (!years.has(year)) years.set(year, { growth: 1, best: change, worst: change });
  const found = years.get(year);
  found.growth *= 1 + change;
  found.best = Math.max(found.best, change);
  found.worst = Math.min(found.worst, change);
}

export const result = [...years].map(([year, { growth, best, worst }]) => ({
  year,
  return: growth - 1,
  'best day': best,
  'worst day': worst,
}));

console.log('years:', result.length);
