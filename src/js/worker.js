import { Guest } from "./worker/guest.js";
import { Library } from "./worker/library.js";
import { load } from "./worker/module.js";

/**
 * The worker of one execution environment. It is a stock worker until `start`, then it serves `invoke` messages until
 * the page ends it. The first one loads the guest for all. Times are milliseconds. Calls and most of their results are
 * posted as JSON text: there may be thousands of them a second, and text is what crosses to the other side at the least
 * cost.
 *
 * @typedef {[path: string, content: Uint8Array][]} Files
 *
 * @typedef {object} Load
 * @property {"load"} type
 * @property {string} url
 * @property {boolean} tellsProgress
 *
 * @typedef {object} Prepare
 * @property {"prepare"} type
 * @property {WebAssembly.Module} module
 * @property {string} library its address
 * @property {number} memorySize MB that the environment is likely to get
 *
 * @typedef {object} Start
 * @property {"start"} type
 * @property {number} memorySize MB
 * @property {string} runtime
 * @property {string} handler
 * @property {Record<string, string>} variables
 * @property {Files} package
 * @property {Files} temporary
 * @property {number} temporarySize MB
 * @property {number} timeout
 * @property {number} clock time since the epoch
 * @property {Uint8Array | null} seed
 *
 * @typedef {object} Invocation
 * @property {string} requestId
 * @property {string} functionArn
 * @property {string} event JSON
 * @property {number} timeout
 * @property {number} clock time since the epoch
 * @property {string | null} clientContext JSON
 * @property {string} traceId
 * @property {number[] | null} seed bytes from which randomness starts anew
 *
 * @typedef {object} Invoke
 * @property {"invoke"} type
 * @property {number} job
 * @property {Invocation[]} invocations
 */

/** What the environment is made from. @type {Prepare} */
let parts;

/** @type {Guest | null} */
let guest = null;

self.addEventListener("message", ({ data }) => handle(data).catch(reportError));

/** @param {Load | Prepare | Start | string} data */
function handle(data) {
  /** @type {Load | Prepare | Start | Invoke} */
  const message = typeof data === "string" ? JSON.parse(data) : data;
  switch (message.type) {
    case "load":
      return loadForAll(message);
    case "prepare":
      return prepare(message);
    case "start":
      return start(message);
    case "invoke":
      return invoke(message);
  }
}

/** @param {Load} message */
async function loadForAll({ url, tellsProgress }) {
  const tell = (/** @type {number} */ received) => self.postMessage({ type: "progress", received });
  try {
    const module = await load(url, tellsProgress ? tell : null);
    self.postMessage({ type: "loaded", module });
  } catch (error) {
    self.postMessage({ type: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
}

/** @param {Prepare} message */
async function prepare(message) {
  parts = message;
  guest = make(parts.memorySize);
  self.postMessage({ type: "prepared", memory: guest.memory.buffer.byteLength });
}

/** @param {number} memorySize MB */
function make(memorySize) {
  const library = new Library(parts.library, (waits) => self.postMessage({ type: "waits", waits }));
  return new Guest(parts.module, library, memorySize);
}

/** @param {Start} message */
async function start(message) {
  if (guest === null) throw new Error("start before prepare");
  if (message.memorySize !== parts.memorySize) {
    guest = make(message.memorySize);
  }
  guest.host.seed(message.seed);
  const { clock, files } = guest.host;
  files.mountPackage(message.package);
  files.mountTemporary(message.temporary, message.temporarySize);
  clock.start(message.clock, message.timeout);
  guest.host.log.begin(passOn);
  const { runtime, handler, variables } = message;
  const answer = await guest.call("start", JSON.stringify({ runtime, handler, variables }));
  const duration = clock.elapsed();
  self.postMessage({
    type: "started",
    duration: answer.outcome === "timeout" ? message.timeout : duration,
    memory: guest.memory.buffer.byteLength,
    log: guest.takeLog(answer),
    error: answer.outcome === "error" ? answer.payload : null,
    outcome: answer.outcome,
    exitStatus: answer.exitStatus,
  });
}

/** @param {Invoke} message */
async function invoke({ job, invocations }) {
  // A call among many is a short one: passing its output on as it comes would only cost.
  const listener = invocations.length === 1 ? passOn : null;
  for (const [index, invocation] of invocations.entries()) {
    guest?.host.log.begin(listener);
    const outcome = await run(job, index, invocation);
    if (outcome !== "ok" && outcome !== "error") return;
  }
}

/** Has the page keep what was written, in case that it is never answered. @param {string} text */
function passOn(text) {
  self.postMessage({ type: "output", text });
}

/**
 * Runs one invocation and posts its result.
 * @param {number} job
 * @param {number} index
 * @param {Invocation} invocation
 */
async function run(job, index, { requestId, functionArn, event, timeout, clock: epoch, clientContext, traceId, seed }) {
  if (guest === null) throw new Error("invoke before start");
  const { clock, files } = guest.host;
  clock.begin(epoch, timeout);
  if (seed !== null) guest.host.seed(new Uint8Array(seed));
  const begin = clock.elapsed();
  const reseeded = seed === null ? "" : "reseeded";
  const fields = [requestId, functionArn, Math.round(epoch + timeout), traceId, clientContext ?? "", reseeded, event];
  let answer = await guest.call("invoke", fields.join("\0"));
  const duration = clock.elapsed() - begin;
  if (duration >= timeout) answer = { outcome: "timeout", payload: "", exitStatus: null };
  const log = guest.takeLog(answer);
  const result = {
    type: "result",
    job,
    index,
    outcome: answer.outcome,
    payload: answer.payload,
    log,
    duration: Math.min(duration, timeout),
    memory: guest.memory.buffer.byteLength,
    exitStatus: answer.exitStatus,
  };
  const temporary = files.takeChanges();
  self.postMessage(temporary.length === 0 ? JSON.stringify(result) : { ...result, temporary });
  return answer.outcome;
}
