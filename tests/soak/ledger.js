/**
 * For each fault, the types of the errors that callers may get; none for what is no fault to them. How far a hoard gets
 * in its time depends on the machine.
 * @type {Record<string, string[]>}
 */
const ERRORS = {
  none: [],
  file: [],
  error: ["ValueError"],
  memory: ["MemoryError"],
  exit: ["Runtime.ExitError"],
  sleep: ["Sandbox.Timedout"],
  loop: ["Sandbox.Timedout"],
  hoard: ["Runtime.OutOfMemory", "Sandbox.Timedout"],
};

/** Accounts for each call exactly once: what was asked, what came back, and which run of the handler it came from. */
export class Ledger {
  /** The last turn of each process that ran the handler. @type {Map<string, number>} */
  #turns = new Map();
  /** How many calls ended in which way. @type {Map<string, number>} */
  outcomes = new Map();
  /** How many calls each version served. @type {Map<string, number>} */
  versions = new Map();

  /** How many processes answered. */
  get processes() {
    return this.#turns.size;
  }

  /**
   * Enters a run.
   * @param {Call[]} calls
   * @param {Answer[]} answers in the order in which they came
   * @param {Record<string, string[]>} routes the versions that each qualifier may lead to
   * @param {Record<string, number>} editions the edition of each version's code
   */
  enter(calls, answers, routes, editions) {
    const open = new Map(calls.map((call) => [call.number, call]));
    for (const answer of answers) {
      const call = open.get(answer.number);
      if (call === undefined) throw new Error(`call ${answer.number} was answered twice`);
      open.delete(answer.number);
      this.#check(call, answer, routes, editions);
    }
    if (open.size > 0) throw new Error(`${open.size} calls were not answered`);
  }

  /**
   * @param {Call} call
   * @param {Answer} answer
   * @param {Record<string, string[]>} routes
   * @param {Record<string, number>} editions
   */
  #check(call, { status, version, isFault, body }, routes, editions) {
    const complain = (/** @type {string} */ problem) => {
      throw new Error(`${problem}: ${JSON.stringify(call)} got ${status} from ${version}: ${JSON.stringify(body)}`);
    };
    const expected = ERRORS[call.fault];
    if (status !== 200 || isFault !== (expected.length > 0)) complain("another end than asked for");
    if (isFault && !expected.includes(body.errorType)) complain("another error than asked for");
    if (version === null || !routes[call.qualifier].includes(version)) complain("a version it was not sent to");

    const told = isFault ? read(body.errorMessage) : body;
    if (told !== null) {
      if (told.number !== call.number) complain("the answer to another call");
      if (told.version !== version) complain("the answer of another version");
      if (told.edition !== editions[told.version]) complain("the answer of other code");
      const turn = (this.#turns.get(told.process) ?? 0) + 1;
      if (told.turn !== turn) complain(`a run that no call asked for, before turn ${turn}`);
      this.#turns.set(told.process, turn);
    }
    count(this.outcomes, isFault ? body.errorType : "response");
    count(this.versions, version ?? "");
  }
}

/** What the handler told by an error; a process that ended tells nothing. @param {string} message */
function read(message) {
  return message.startsWith("{") ? JSON.parse(message) : null;
}

/**
 * @param {Map<string, number>} counts
 * @param {string} key
 */
function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
