/**
 * Returns the median.
 * @param {number[]} values at least one
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Returns what a fair coin may show: fewer heads than the first, or more than the second number, have at most this
 * probability each.
 * @param {number} tosses
 * @param {number} tail
 */
export function fairRange(tosses, tail) {
  let logarithm = -tosses * Math.LN2;
  let cumulated = 0;
  for (let heads = 0; ; heads += 1) {
    cumulated += Math.exp(logarithm);
    if (cumulated > tail) return [heads, tosses - heads];
    logarithm += Math.log((tosses - heads) / (heads + 1));
  }
}
