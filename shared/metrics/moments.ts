/** Shape of a distribution by its central moments with divisor n. */
export interface Shape {
  /** Third moment over the second to the power 3/2; 0 is symmetric. */
  readonly skewness: number;
  /** Fourth moment over the second squared; 3 is that of a normal distribution. */
  readonly kurtosis: number;
}

/** NaN where the values do not vary. */
export function shapeOf(values: Float64Array, mean: number): Shape {
  let [second, third, fourth] = [0, 0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const distance = value - mean;
    const square = distance * distance;
    second += square;
    third += square * distance;
    fourth += square * square;
  }
  const variance = second / values.length;
  return {
    skewness: third / values.length / variance ** 1.5,
    kurtosis: fourth / values.length / variance ** 2,
  };
}
