// Turns the parameters of a case into what the SDK takes.

import { fixture } from "./fixtures.js";

/** Members whose keys are the caller's own, so that a `$` in one says nothing. */
const FREE_MAPS = new Set(["AdditionalVersionWeights", "Tags", "Variables"]);

/**
 * @param {string} op
 * @param {Record<string, unknown>} params
 * @param {import("./expectations.js").Lookup} lookup
 */
export function parameters(op, params, lookup) {
  const input = /** @type {Record<string, unknown>} */ (resolve(params, lookup));
  if (op === "Invoke" && input.Payload !== undefined) input.Payload = payload(input.Payload);
  return input;
}

/**
 * @param {unknown} value
 * @param {import("./expectations.js").Lookup} lookup
 * @param {string} [name] The member that holds the value.
 * @returns {unknown}
 */
function resolve(value, lookup, name) {
  if (name === "ZipFile" && typeof value === "string") return fixture(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => resolve(element, lookup));
  const [[key, argument] = ["", undefined], ...others] = Object.entries(value);
  if (others.length === 0) {
    if (key === "$from") return lookup(argument);
    if (key === "$bytes_b64") return Buffer.from(argument, "base64");
    if (key === "$fill") return fill(argument);
  }
  if (name === "Payload") return value;
  const free = name !== undefined && FREE_MAPS.has(name);
  return Object.fromEntries(
    Object.entries(value).map(([key, element]) => {
      if (key.startsWith("$") && !free) throw new Error(`nothing is known of ${key} among parameters`);
      return [key, resolve(element, lookup, key)];
    }),
  );
}

/**
 * Returns a JSON string that is so many bytes long.
 *
 * @param {number} length
 */
function fill(length) {
  if (!Number.isInteger(length) || length < 2) throw new Error(`no JSON string is ${length} bytes long`);
  return Buffer.from(`"${"x".repeat(length - 2)}"`);
}

/** @param {unknown} value */
function payload(value) {
  return Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
}
