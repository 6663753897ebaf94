/** Means and sums of squared distances from them, of pairs of values; `cross` is that of products. */
interface Moments {
  count: number;
  meanX: number;
  meanY: number;
  squaresX: number;
  squaresY: number;
  cross: number;
}

/** Sample deviations and the slope of x on y in each window of values, by its last value's index. */
export interface WindowColumns {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  readonly slope: Float64Array;
}

const empty = (): Moments => ({
  count: 0,
  meanX: 0,
  meanY: 0,
  squaresX: 0,
  squaresY: 0,
  cross: 0,
});

/** Values near 1 have a last bit of 2.2e-16: what spreads less than this does not spread. */
const roundingNoise = 1e-15;

/**
 * Mean and sample deviation of x, and the slope of x on y, over every window of `size` values; NaN
 * before the first full window. The values are cut into blocks of that size: each window is the end of
 * one block and the beginning of the next, so its moments are two known ones put together. That is
 * a fixed amount of work a value, and nothing is ever subtracted again, so nothing drifts: a window
 * of equal values has a deviation of exactly 0 whatever came before it.
 */
export function windowMoments(x: Float64Array, y: Float64Array, size: number): WindowColumns {
  const column = () => new Float64Array(x.length).fill(NaN);
  const out = { mean: column(), deviation: column(), slope: column() };
  const endings: Moments[] = Array.from({ length: size }, empty);
  const whole = empty();
  let beginning = empty();
  for (let index = 0; index < x.length; index += 1) {
    const inBlock = index % size;
    if (inBlock === 0) beginning = empty();
    add(beginning, x[index] as number, y[index] as number);
    if (inBlock === size - 1) {
      write(out, index, beginning);
      rememberEndings(endings, x, y, index);
    } else if (index >= size) {
      join(whole, endings[inBlock + 1] as Moments, beginning);
      write(out, index, whole);
    }
  }
  return out;
}

/** Fills `endings[k]` with the moments of the block's values from its k-th to its last. */
function rememberEndings(endings: Moments[], x: Float64Array, y: Float64Array, last: number): void {
  let later = empty();
  for (let back = endings.length - 1; back >= 0; back -= 1) {
    const index = last - (endings.length - 1 - back);
    const ending = endings[back] as Moments;
    copy(ending, later);
    add(ending, x[index] as number, y[index] as number);
    later = ending;
  }
}

function copy(into: Moments, from: Moments): void {
  into.count = from.count;
  into.meanX = from.meanX;
  into.meanY = from.meanY;
  into.squaresX = from.squaresX;
  into.squaresY = from.squaresY;
  into.cross = from.cross;
}

/** B. Welford, Technometrics 4 (1962). */
function add(moments: Moments, x: number, y: number): void {
  moments.count += 1;
  const fromX = x - moments.meanX;
  const fromY = y - moments.meanY;
  moments.meanX += fromX / moments.count;
  moments.meanY += fromY / moments.count;
  moments.squaresX += fromX * (x - moments.meanX);
  moments.squaresY += fromY * (y - moments.meanY);
  moments.cross += fromX * (y - moments.meanY);
}

/** T. Chan, G. Golub and R. LeVeque, The American Statistician 37 (1983). */
function join(into: Moments, first: Moments, second: Moments): void {
  const count = first.count + second.count;
  const share = second.count / count;
  const fromX = second.meanX - first.meanX;
  const fromY = second.meanY - first.meanY;
  const weight = first.count * share;
  into.count = count;
  into.meanX = first.meanX + fromX * share;
  into.meanY = first.meanY + fromY * share;
  into.squaresX = first.squaresX + second.squaresX + fromX * fromX * weight;
  into.squaresY = first.squaresY + second.squaresY + fromY * fromY * weight;
  into.cross = first.cross + second.cross + fromX * fromY * weight;
}

function write(out: WindowColumns, index: number, moments: Moments): void {
  const deviation = Math.sqrt(moments.squaresX / (moments.count - 1));
  const movesY = Math.sqrt(moments.squaresY / (moments.count - 1)) >= roundingNoise;
  out.mean[index] = moments.meanX;
  out.deviation[index] = deviation < roundingNoise ? 0 : deviation;
  out.slope[index] = movesY ? moments.cross / moments.squaresY : NaN;
}
