// The values that a case takes from the answers to its own set-up: `setup[2].Configuration.RevisionId`.

/**
 * Finds the value of a `$from`.
 *
 * @param {unknown} reference
 * @param {Map<number, unknown>} answers What the steps of the set-up answered, by their places.
 * @returns {unknown}
 */
export function lookup(reference, answers) {
  const [, step, path] = /^setup\[(\d+)\]((?:\.[\w$-]+|\[\d+\])+)$/.exec(String(reference)) ?? [];
  if (step === undefined) throw new Error(`${JSON.stringify(reference)} names no value of the set-up`);
  let value = answers.get(Number(step));
  for (const [, name, index] of path.matchAll(/\.([\w$-]+)|\[(\d+)\]/g)) {
    value = /** @type {any} */ (value)?.[name ?? Number(index)];
  }
  if (value === undefined) throw new Error(`there is no ${reference}`);
  return value;
}
