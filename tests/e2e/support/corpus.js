import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Reads the corpus of handlers; `tests/handlers/README.md` describes its files.
 *
 * @typedef {import("./expectation.js").Expectation} Expectation
 *
 * @typedef {object} Call
 * @property {string} event JSON
 * @property {string | null} clientContext JSON
 * @property {number} timeout milliseconds
 * @property {string} functionArn
 * @property {string} traceId
 * @property {Expectation} expected
 *
 * @typedef {object} Handler
 * @property {string} name
 * @property {string} about
 * @property {[path: string, text: string][]} package
 * @property {string} runtime
 * @property {string} handler
 * @property {Record<string, string>} variables
 * @property {Expectation} start what the start of its environment is to give
 * @property {Call[]} calls
 * @property {string | null} needs the oldest CPython that gives what is expected
 * @property {{ guest?: string, cpython?: string }} differs why a runner does not give what Lambda gives
 */

const CORPUS = fileURLToPath(new URL("../../handlers/", import.meta.url));

const FUNCTION_ARN = "arn:aws:lambda:us-east-1:000000000000:function:greeter";
const TRACE_ID = "Root=1-0-0";

/** @returns {Handler[]} */
export function readCorpus() {
  return readdirSync(CORPUS, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".json"))
    .map((path) => path.replace(/\.json$/, ""))
    .filter((name) => existsSync(`${CORPUS}${name}.py`) || existsSync(`${CORPUS}${name}`))
    .sort()
    .map(read);
}

/**
 * @param {string} name
 * @returns {Handler}
 */
function read(name) {
  const description = JSON.parse(readFileSync(`${CORPUS}${name}.json`, "utf8"));
  const { runtime = "python3.13", handler = "lambda_function.lambda_handler" } = description;
  return {
    name,
    about: description.about,
    package: readPackage(`${CORPUS}${name}`),
    runtime,
    handler,
    variables: { ...variables(runtime, handler), ...description.variables },
    start: description.start ?? {},
    calls: (description.calls ?? []).map(readCall),
    needs: description.needs ?? null,
    differs: description.differs ?? {},
  };
}

/**
 * @param {string} source without its ending
 * @returns {[path: string, text: string][]}
 */
function readPackage(source) {
  if (existsSync(`${source}.py`)) return [["lambda_function.py", readFileSync(`${source}.py`, "utf8")]];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .map((path) => [path.slice(source.length + 1), readFileSync(path, "utf8")]);
}

/**
 * @param {{ event?: unknown, clientContext?: unknown, within?: number } & Expectation} call
 * @returns {Call}
 */
function readCall({ event = {}, clientContext, within = 3, ...expected }) {
  return {
    event: JSON.stringify(event),
    clientContext: clientContext === undefined ? null : JSON.stringify(clientContext),
    timeout: within * 1000,
    functionArn: FUNCTION_ARN,
    traceId: TRACE_ID,
    expected,
  };
}

/**
 * The variables of an environment, as far as handlers read them.
 * @param {string} runtime
 * @param {string} handler
 */
function variables(runtime, handler) {
  return {
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128",
    AWS_LAMBDA_FUNCTION_NAME: "greeter",
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/greeter",
    AWS_LAMBDA_LOG_STREAM_NAME: "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef",
    AWS_REGION: "us-east-1",
    LAMBDA_TASK_ROOT: "/var/task",
    TZ: ":UTC",
    _HANDLER: handler,
  };
}
