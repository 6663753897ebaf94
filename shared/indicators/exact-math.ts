// Logarithm and arctangent from the four operations and the square root alone. These have one correct
// result (IEEE 754); Math.log and Math.atan may differ in the last bit from one JavaScript engine to
// the other, and a strategy must decide the same in every sandbox.

/** z + s·z³/3 + z⁵/5 + s·z⁷/7 … for |z| ≤ 0.2: artanh z where s is 1, arctan z where it is −1. */
function arcSeries(z: number, sign: 1 | -1): number {
  const square = z * z * sign;
  let sum = 0;
  for (let odd = 25; odd > 1; odd -= 2) sum = (sum + 1 / odd) * square;
  return z + z * sum;
}

/** Natural logarithm of a finite number above 0. */
export function logarithm(x: number): number {
  let rest = x;
  let halvings = 0;
  for (; rest > Math.SQRT2; halvings += 1) rest /= 2;
  for (; rest < Math.SQRT1_2; halvings -= 1) rest *= 2;
  return 2 * arcSeries((rest - 1) / (rest + 1), 1) + halvings * Math.LN2;
}

/** Arctangent in radians. */
export function arctangent(x: number): number {
  if (Math.abs(x) > 1) return Math.sign(x) * (Math.PI / 2) - arctangent(1 / x);
  // Half the angle, twice: tan(a / 2) = tan a / (1 + √(1 + tan² a)).
  const half = x / (1 + Math.sqrt(1 + x * x));
  return 4 * arcSeries(half / (1 + Math.sqrt(1 + half * half)), -1);
}
