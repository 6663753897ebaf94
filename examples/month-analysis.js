// Month analysis: which months of the year were kind to the instrument? A script that decides nothing:
// what it leaves in `result` is shown as a table. Give the run a table named "trades" with a time and a
// profit (Run settings › Data), and the account's own profit of each month stands beside it.
import { data, loadTrades } from 'stratbox';

const names =
  'January February March April May June July August September October November December';

// The last close of each month.
const closes = new Map();
data.time.forEach((time, bar) =>
  closes.set(new Date(time).toISOString().slice(0, 7), data.close[bar]),
);

const returns = names.split(' ').map(() => []);
let before = NaN;
for (const [month, close] of closes) {
  if (before > 0) returns[Number(month.slice(5)) - 1].push(close / before - 1);
  before = close;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
export const result = {};
names.split(' ').forEach((name, month) => {
  const seen = returns[month];
  if (seen.length === 0) return;
  result[name] = {
    years: seen.length,
    mean: mean(seen),
    best: Math.max(...seen),
    worst: Math.min(...seen),
    positive: mean(seen.map((value) => (value > 0 ? 1 : 0))),
  };
});

for (const { time, profit } of trades()) {
  const row = result[names.split(' ')[new Date(time).getUTCMonth()]];
  if (row !== undefined) row.profit = (row.profit ?? 0) + profit;
}
console.log(closes.size, 'months of', data.symbols[0]);

function trades() {
  try {
    return loadTrades().filter(({ time, profit }) => time >= 0 && Number.isFinite(profit));
  } catch {
    // The run was given none.
    return [];
  }
}
