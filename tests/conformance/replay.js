import { lookup } from "./captured.js";
import { misunderstandings } from "./client.js";
import { differences, miscounts } from "./expectations.js";
import { parameters } from "./parameters.js";

/** @typedef {{ op: string, params?: Record<string, any> }} Step */

/**
 * @typedef {object} Case
 * @property {string} id
 * @property {Step[] | null} [setup]
 * @property {string} op
 * @property {Record<string, any>} [params]
 * @property {Record<string, any>} expect
 * @property {string} [evidence] How sure the expectation is: R, M, D, I or E.
 * @property {string} [note]
 * @property {{ times: number, count_header: string, expect_counts: Record<string, [number, number]> }} [repeat]
 * @property {string} [decided] Why an extrapolated expectation is not met.
 */

/** What a case can hold, and its `repeat`. */
const MEMBERS = ["id", "setup", "op", "params", "expect", "evidence", "note", "repeat", "decided"];
const STEP_MEMBERS = ["op", "params"];
const REPEAT_MEMBERS = ["times", "count_header", "expect_counts"];

/** Replays cases against an empty playground each. */
export class Replay {
  #client;
  #page;

  /**
   * @param {import("./client.js").Client} client
   * @param {{ reset(): Promise<void>, settle(): Promise<void> }} page
   */
  constructor(client, page) {
    this.#client = client;
    this.#page = page;
  }

  /**
   * Replays a case, and returns what is wrong, one line each.
   *
   * @param {Case} recorded
   * @returns {Promise<string[]>}
   */
  async run(recorded) {
    try {
      check(recorded);
      return await this.#run(recorded);
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  }

  /** @param {Case} recorded */
  async #run({ setup, op, params, expect, repeat }) {
    await this.#page.reset();
    /** @type {Map<number, unknown>} */
    const answers = new Map();
    /** @param {unknown} reference */
    const find = (reference) => lookup(reference, answers);
    for (const [index, step] of (setup ?? []).entries()) {
      const call = await this.#step(step, find);
      if (call === undefined) continue;
      const wrong = call.answer.status >= 300 ? [refusal(call.answer)] : misunderstandings(call);
      if (wrong.length > 0) return wrong.map((line) => `setup[${index}] ${step.op}: ${line}`);
      answers.set(index, captured(step.op, call));
    }

    /** @type {Map<string, number>} */
    const counts = new Map();
    for (let time = 1; time <= (repeat?.times ?? 1); time += 1) {
      const call = await this.#step({ op, params }, find);
      if (call === undefined) throw new Error(`${op} gives no answer to expect anything of`);
      const wrong = [...differences(expect, call.answer, find), ...misunderstandings(call)];
      if (wrong.length > 0) return repeat ? wrong.map((line) => `call ${time}: ${line}`) : wrong;
      const value = call.answer.headers[repeat?.count_header.toLowerCase() ?? ""] ?? "";
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return repeat ? miscounts(repeat.expect_counts, counts) : [];
  }

  /**
   * @param {Step} step
   * @param {import("./expectations.js").Lookup} find
   */
  async #step({ op, params }, find) {
    if (op === "Wait") {
      await this.#page.settle();
      return undefined;
    }
    return this.#client.call(op, parameters(op, params ?? {}, find));
  }
}

/**
 * Throws if a case holds anything that would be passed over; what may be left out may also be null.
 *
 * @param {Case} recorded
 */
function check(recorded) {
  known(recorded, MEMBERS, "a case");
  if (typeof recorded.op !== "string") throw new Error("the case names no operation");
  for (const step of recorded.setup ?? []) known(step, STEP_MEMBERS, "a step of the set-up");
  const { repeat } = recorded;
  if (repeat === undefined || repeat === null) return;
  known(repeat, REPEAT_MEMBERS, "repeat");
  const ranges = Object.values(repeat.expect_counts ?? {});
  const complete = repeat.times >= 1 && typeof repeat.count_header === "string" && ranges.length > 0;
  if (!complete) throw new Error("repeat needs times, count_header and expect_counts");
  if (!ranges.every(isRange)) throw new Error("each of expect_counts is a range of two numbers");
}

/** @param {unknown} value */
function isRange(value) {
  return Array.isArray(value) && value.length === 2 && value.every((bound) => typeof bound === "number");
}

/**
 * @param {unknown} value
 * @param {string[]} members
 * @param {string} where
 */
function known(value, members, where) {
  if (typeof value !== "object" || value === null) throw new Error(`${JSON.stringify(value)} is not ${where}`);
  const strange = Object.keys(value).filter((key) => !members.includes(key));
  if (strange.length > 0) throw new Error(`nothing is known of ${strange.join(", ")} in ${where}`);
}

/**
 * What a `$from` can point into: the answer's JSON, or for an invocation what the SDK makes of the headers too.
 *
 * @param {string} op
 * @param {import("./client.js").Call} call
 */
function captured(op, { answer, output }) {
  const text = answer.body.toString();
  const body = text === "" ? undefined : JSON.parse(text);
  return op === "Invoke" ? { ...output, Payload: body } : body;
}

/** @param {import("./expectations.js").Answer} answer */
function refusal({ status, headers, body }) {
  return `answered ${status} ${headers["x-amzn-errortype"] ?? ""} ${body}`;
}
