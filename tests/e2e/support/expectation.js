import { isDeepStrictEqual } from "node:util";

/**
 * Compares what a runner gives with what Lambda gives.
 *
 * @typedef {object} Expectation what one call gives: one of the first five, and log
 * @property {unknown} [payload] the response
 * @property {string} [text] the response, to the letter
 * @property {{ errorMessage: string, errorType: string, stackTrace: string[] }} [error]
 * @property {number} [exit] the status with which the handler ends its process
 * @property {boolean} [timeout]
 * @property {string[]} [log] lines; those that Lambda writes of an error follow from it
 *
 * @typedef {{ outcome: string, payload: string, log: string, exitStatus: number | null }} Result
 * @typedef {{ start: Result, calls: Result[] }} Results
 * @typedef {{ expected: string, got: string }} Difference
 */

/** What an expectation may say for what differs from run to run, or from one Python to the next. */
const PLACEHOLDERS = new Map([
  ["{any}", "[^]*?"],
  ["{number}", "\\d+(?:\\.\\d+)?"],
  ["{time}", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z"],
  ["{uuid}", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"],
]);

/** What a call gives that an earlier one kept from being made. @type {Result} */
const NOTHING = { outcome: "nothing", payload: "", log: "", exitStatus: null };

/** What Lambda logs before the error of a start. */
const START_FAILED = "[WARNING]\t{time}\t\tLAMBDA_WARNING: Unhandled exception. {any}\r";

/** How Lambda indents what it logs of an error. */
const INDENT = "\u00a0";

/**
 * Tells where the results of a handler are not what Lambda gives.
 * @param {import("./corpus.js").Handler} handler
 * @param {Results} results
 * @returns {Difference | null} the first
 */
export function compare({ runtime, start, calls }, results) {
  const wanted = [start, ...calls.map((call) => call.expected)];
  for (const [index, expected] of wanted.entries()) {
    const result = [results.start, ...results.calls][index] ?? NOTHING;
    const requestId = index === 0 ? "" : `request-${index - 1}`;
    const difference =
      compareAnswers(result, expected, runtime === "python3.8" ? {} : { requestId }) ??
      compareLines(result.log, logOf(expected, index === 0));
    if (difference === null) continue;
    // A start that fails is worded beside what the first call was to give.
    return index === 0 && expected.error === undefined && result.outcome !== "ok"
      ? { expected: say(wanted[1] ?? expected), got: difference.got }
      : difference;
  }
  return null;
}

/**
 * @param {Result} result
 * @param {Expectation} expected
 * @param {{ requestId?: string }} requestId
 * @returns {Difference | null}
 */
function compareAnswers(result, expected, requestId) {
  const { outcome, payload, exitStatus } = result;
  const difference = { expected: say(expected), got: describe(result) };
  const as = (/** @type {boolean} */ same) => (same ? null : difference);
  if (expected.timeout) return as(outcome === "timeout");
  if (expected.exit !== undefined) return as(outcome === "exit" && exitStatus === expected.exit);
  if (expected.error !== undefined) {
    const { errorMessage, errorType, stackTrace } = expected.error;
    if (outcome !== "error" || !matches(difference.got, difference.expected)) return difference;
    const error = { errorMessage, errorType, ...requestId, stackTrace };
    if (matches(Object.entries(JSON.parse(payload)), Object.entries(error))) return null;
    const got = JSON.parse(payload);
    return compareFrames(got.stackTrace, stackTrace) ?? { expected: summary(error), got: summary(got) };
  }
  if (outcome !== "ok") return difference;
  if (expected.text !== undefined) return as(matches(payload, expected.text));
  return as(expected.payload === undefined || (isJson(payload) && matches(JSON.parse(payload), expected.payload)));
}

/**
 * @param {string[]} frames
 * @param {string[]} expected
 * @returns {Difference | null} in the first frame that differs
 */
function compareFrames(frames, expected) {
  const length = Math.max(frames.length, expected.length);
  const index = Array.from({ length }, (_, index) => index).find((index) => !matches(frames[index] ?? "", expected[index] ?? ""));
  if (index === undefined) return null;
  // Lines of what is not the handler's own move with every release.
  const got = (frames[index] ?? "").replace(/("(?!\/var\/task)[^"]*", line) \d+/, "$1 {number}");
  return { expected: expected[index] ?? "", got };
}

/** @param {object} error */
function summary(error) {
  return Object.entries(error).filter(([key]) => key !== "stackTrace").flat().join(" ");
}

/**
 * @param {string} text
 * @param {string} expected
 * @returns {Difference | null} in the first line that differs
 */
function compareLines(text, expected) {
  if (matches(text, expected)) return null;
  const [lines, wanted] = [text.split("\n"), expected.split("\n")];
  const index = lines.findIndex((line, index) => !matches(line, wanted[index] ?? ""));
  return { expected: wanted[Math.max(index, 0)] ?? "", got: lines[Math.max(index, 0)] };
}

/**
 * @param {unknown} value
 * @param {unknown} pattern the same, with placeholders in its strings
 * @returns {boolean}
 */
function matches(value, pattern) {
  if (typeof pattern === "string") return typeof value === "string" && expression(pattern).test(value);
  if (typeof pattern !== "object" || pattern === null) return isDeepStrictEqual(value, pattern);
  if (typeof value !== "object" || value === null || Array.isArray(value) !== Array.isArray(pattern)) return false;
  const [entries, patterns] = [Object.entries(value), Object.entries(pattern)];
  const own = new Map(entries);
  return entries.length === patterns.length && patterns.every(([key, inner]) => own.has(key) && matches(own.get(key), inner));
}

/** @param {string} pattern */
function expression(pattern) {
  const parts = pattern.split(/(\{\w+\})/).map((part) => PLACEHOLDERS.get(part) ?? part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join("")}$`);
}

/**
 * @param {Expectation} expected
 * @param {boolean} starts
 */
function logOf({ log = [], error }, starts) {
  const warning = starts && error !== undefined ? [START_FAILED] : [];
  const lines = [...log, ...warning, ...(error === undefined ? [] : errorLines(error))];
  return lines.map((line) => `${line}\n`).join("");
}

/** @param {{ errorMessage: string, errorType: string, stackTrace: string[] }} error */
function errorLines({ errorMessage, errorType, stackTrace }) {
  const trace = stackTrace.flatMap((frame) => frame.replace(/\n$/, "").split("\n"));
  return [
    errorMessage === "" ? `[ERROR] ${errorType}` : `[ERROR] ${errorType}: ${errorMessage}`,
    "Traceback (most recent call last):",
    ...trace.map((line) => line.replace(/^ +/, (indent) => INDENT.repeat(indent.length))),
  ];
}

/**
 * Words an expectation as `describe` words the result that meets it.
 * @param {Expectation} expected
 */
function say({ payload, text, error, exit, timeout }) {
  if (timeout) return describe({ outcome: "timeout", payload: "", log: "", exitStatus: null });
  if (exit !== undefined) return describe({ outcome: "exit", payload: "", log: "", exitStatus: exit });
  if (error !== undefined) return describe({ outcome: "error", payload: JSON.stringify(error), log: "", exitStatus: null });
  return text ?? (payload === undefined ? "" : spaced(payload));
}

/**
 * Writes a value as Python does.
 * @param {unknown} value
 * @returns {string}
 */
function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`).join(", ")}}`;
}

/** @param {Result} result */
function describe({ outcome, payload, exitStatus }) {
  switch (outcome) {
    case "ok":
      return payload;
    case "error": {
      const { errorType, errorMessage } = JSON.parse(payload);
      return errorMessage === "" ? errorType : `${errorType}: ${errorMessage}`;
    }
    case "exit":
      return `exit status ${exitStatus}`;
    default:
      return outcome;
  }
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
