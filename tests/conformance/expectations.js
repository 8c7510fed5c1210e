// Holds an answer against what a case expects of it. Whatever a case says that is not known here is an error.

/**
 * @typedef {object} Answer What came back, before the SDK has seen it.
 * @property {number} status
 * @property {Record<string, string>} headers Names are in lower case.
 * @property {Buffer} body
 */

/** @typedef {(reference: string) => unknown} Lookup Finds the value of a `$from`. */

/**
 * @typedef {object} Context
 * @property {Lookup} lookup
 * @property {string[]} differences
 */

/** A matcher holds its own argument against a value, which is `undefined` where there is none. */
/** @type {Record<string, (argument: any, actual: unknown, lookup: Lookup) => boolean>} */
const MATCHERS = {
  $absent: (argument, actual) => argument === (actual === undefined),
  $nonempty: (argument, actual) => argument === (actual !== undefined && actual !== null && size(actual) !== 0),
  $len: (argument, actual) => argument === size(actual),
  $regex: (argument, actual) => typeof actual === "string" && regex(argument).test(actual),
  $b64_regex: (argument, actual) =>
    typeof actual === "string" && regex(argument).test(Buffer.from(actual, "base64").toString()),
  $from: (argument, actual, lookup) => matches(lookup(argument), actual, lookup),
  // A value that is not there differs from everything, but proves nothing.
  $ne: (argument, actual, lookup) => actual !== undefined && !matches(argument, actual, lookup),
  $json: (argument, actual, lookup) => matches(argument, parse(actual), lookup),
};

/** What a case can expect, by its key. */
/** @type {Record<string, (expected: any, answer: Answer, context: Context) => void>} */
const EXPECTATIONS = {
  status: (expected, { status }, context) => compare("status", expected, status, context),
  code: (expected, { headers }, context) => compare("code", expected, headers["x-amzn-errortype"], context),
  message: (expected, answer, context) => compare("message", expected, message(answer), context),
  message_regex: (expected, answer, context) => compare("message", { $regex: expected }, message(answer), context),
  body_subset: (expected, { body }, context) => compare("body", expected, parse(body.toString()), context),
  headers_subset(expected, { headers }, context) {
    for (const [name, value] of Object.entries(expected)) compare(name, value, headers[name.toLowerCase()], context);
  },
  payload(expected, { body }, context) {
    const text = body.toString();
    if (isObject(expected) && Object.keys(expected).join() === "$json_text") {
      compare("payload", expected.$json_text, text, context);
    } else if (expected === "") {
      compare("payload", "", text, context);
    } else {
      compare("payload", expected, parse(text), context);
    }
  },
};

/**
 * Returns what differs between an answer and what is expected of it, one line each.
 *
 * @param {Record<string, unknown>} expected
 * @param {Answer} answer
 * @param {Lookup} lookup
 */
export function differences(expected, answer, lookup) {
  if (!isObject(expected) || Object.keys(expected).length === 0) throw new Error("the case expects nothing");
  const context = { lookup, differences: [] };
  for (const [key, value] of Object.entries(expected)) {
    if (!Object.hasOwn(EXPECTATIONS, key)) throw new Error(`nothing is known of the expectation ${key}`);
    EXPECTATIONS[key](value, answer, context);
  }
  return context.differences;
}

/**
 * Returns where counts lie outside of their ranges, one line each.
 *
 * @param {Record<string, [number, number]>} ranges
 * @param {Map<string, number>} counts
 */
export function miscounts(ranges, counts) {
  return Object.entries(ranges).flatMap(([value, [min, max]]) => {
    const count = counts.get(value) ?? 0;
    return min <= count && count <= max ? [] : [`count of ${value}: expected ${min} to ${max}, got ${count}`];
  });
}

/**
 * Adds where an actual value is not what is expected: objects may hold more, lists not.
 *
 * @param {string} path
 * @param {unknown} expected
 * @param {unknown} actual
 * @param {Context} context
 */
function compare(path, expected, actual, context) {
  if (isObject(expected) && !isMatcher(expected) && isObject(actual)) {
    for (const [key, value] of Object.entries(expected)) compare(`${path}.${key}`, value, actual[key], context);
  } else if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    expected.forEach((value, index) => compare(`${path}[${index}]`, value, actual[index], context));
  } else if (!matches(expected, actual, context.lookup)) {
    context.differences.push(`${path}: expected ${show(expected, context.lookup)}, got ${show(actual)}`);
  }
}

/**
 * @param {unknown} expected
 * @param {unknown} actual
 * @param {Lookup} lookup
 * @returns {boolean}
 */
function matches(expected, actual, lookup) {
  if (isObject(expected)) {
    if (isMatcher(expected)) {
      return Object.entries(expected).every(([name, argument]) => matcher(name)(argument, actual, lookup));
    }
    return isObject(actual) && Object.entries(expected).every(([key, value]) => matches(value, actual[key], lookup));
  }
  if (Array.isArray(expected)) {
    const pairs = Array.isArray(actual) && expected.length === actual.length;
    return pairs && expected.every((value, index) => matches(value, actual[index], lookup));
  }
  return expected === actual;
}

/** @param {Record<string, unknown>} expected */
function isMatcher(expected) {
  return Object.keys(expected).some((key) => key.startsWith("$"));
}

/** @param {string} name */
function matcher(name) {
  if (!Object.hasOwn(MATCHERS, name)) throw new Error(`nothing is known of the matcher ${name} here`);
  return MATCHERS[name];
}

/** @param {Answer} answer */
function message({ body }) {
  const error = parse(body.toString());
  if (!isObject(error)) return undefined;
  return error.message === undefined ? error.Message : error.message;
}

/**
 * Compiles a regular expression that may begin with flags, as Python's do.
 *
 * @param {string} text
 */
export function regex(text) {
  const [prefix, flags] = /^\(\?([ims]+)\)/.exec(text) ?? ["", ""];
  return new RegExp(text.slice(prefix.length), flags);
}

/** @param {unknown} text */
function parse(text) {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} value */
function size(value) {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How much of a value is shown, in characters. */
const SHOWN = 1_000;

/**
 * Writes a value for a person, each `$from` as what it stands for.
 *
 * @param {unknown} value
 * @param {Lookup} [lookup]
 */
function show(value, lookup) {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value, (_, part) =>
    lookup !== undefined && isObject(part) && Object.hasOwn(part, "$from") ? lookup(String(part.$from)) : part,
  );
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
}
