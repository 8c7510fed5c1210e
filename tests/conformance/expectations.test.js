import assert from "node:assert/strict";
import { test } from "node:test";
import { lookup } from "./captured.js";
import { differences, miscounts } from "./expectations.js";
import { fixture } from "./fixtures.js";
import { parameters } from "./parameters.js";
import { Replay } from "./replay.js";

const ANSWERS = new Map([[1, { RevisionId: "r1", Versions: [{ Version: "1" }] }]]);

/** @param {unknown} reference */
const find = (reference) => lookup(reference, ANSWERS);

/**
 * @param {Record<string, unknown>} expected
 * @param {unknown} body
 * @param {{ status?: number, headers?: Record<string, string> }} [rest]
 */
function compare(expected, body, { status = 200, headers = {} } = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return differences(expected, { status, headers, body: Buffer.from(text) }, find);
}

/**
 * Checks that a value is as expected, and that another is not.
 *
 * @param {unknown} expected
 * @param {unknown} good
 * @param {unknown} bad
 */
function check(expected, good, bad) {
  assert.deepEqual(compare({ body_subset: { Member: expected } }, { Member: good }), []);
  assert.equal(compare({ body_subset: { Member: expected } }, { Member: bad }).length, 1);
}

test("values are compared deeply: objects may hold more, lists not", () => {
  check("1", "1", 1);
  check(null, null, undefined);
  check({ a: { b: 1 } }, { a: { b: 1, c: 2 } }, { a: { c: 2 } });
  check([{ a: 1 }], [{ a: 1, b: 2 }], [{ a: 1 }, { a: 1 }]);
  check([1, 2], [1, 2], [2, 2]);
  check([], [], {});
});

test("each matcher tells what it is for from what it is not", () => {
  check({ $absent: true }, undefined, null);
  check({ $nonempty: true }, "marker", "");
  check({ $len: 2 }, ["a", "b"], ["a"]);
  check({ $regex: "^v[0-9]$" }, "v1", "v10");
  check({ $regex: "(?s)^a.b$" }, "a\nb", "a\nc");
  check({ $b64_regex: "^START" }, Buffer.from("START 1").toString("base64"), Buffer.from("END").toString("base64"));
  check({ $from: "setup[1].RevisionId" }, "r1", "r2");
  check({ $from: "setup[1].Versions[0].Version" }, "1", "2");
  check({ $ne: { $from: "setup[1].RevisionId" } }, "r2", "r1");
  check({ $ne: "r1" }, "r2", undefined);
  check({ $json: { Statement: [{ Sid: "s" }] } }, '{"Statement":[{"Sid":"s"}],"Id":"d"}', '{"Statement":[]}');
});

test("status, code, message and headers are those of the answer", () => {
  const answer = { status: 404, headers: { "x-amzn-errortype": "ResourceNotFoundException" } };
  const body = { Message: "Function not found: fn" };
  /** @param {Record<string, unknown>} expected @param {number} count */
  const expect = (expected, count) => assert.equal(compare(expected, body, answer).length, count);
  expect({ status: 404, code: "ResourceNotFoundException", message: "Function not found: fn" }, 0);
  expect({ status: 400, code: "ValidationException", message: "Function not found" }, 3);
  expect({ message_regex: "not found" }, 0);
  expect({ message_regex: "^not found" }, 1);
  expect({ headers_subset: { "X-Amzn-ErrorType": { $nonempty: true }, "X-Amz-Function-Error": { $absent: true } } }, 0);
  expect({ headers_subset: { "X-Amz-Function-Error": "Unhandled" } }, 1);
  assert.deepEqual(compare({ message: null }, { Message: null }), []);
});

test("a payload is JSON, raw text or nothing", () => {
  /** @param {unknown} expected @param {string} good @param {string} bad */
  const expect = (expected, good, bad) => {
    assert.deepEqual(compare({ payload: expected }, good), []);
    assert.equal(compare({ payload: expected }, bad).length, 1);
  };
  expect({ code: "v1" }, '{"code":"v1","version":"1"}', '{"code":"v2"}');
  expect("", "", '""');
  expect({ $json_text: "null" }, "null", "{}");
  expect(null, "null", "");
});

test("what is not known is an error, and so is what expects nothing", () => {
  assert.throws(() => compare({}, {}), /expects nothing/);
  assert.throws(() => compare({ body: {} }, {}), /nothing is known of the expectation body/);
  assert.throws(() => compare({ body_subset: { a: { $gt: 1 } } }, { a: 2 }), /nothing is known of the matcher \$gt/);
  assert.throws(() => compare({ body_subset: { a: { $ne: { $gt: 1 } } } }, { a: 2 }), /\$gt/);
  assert.throws(() => compare({ body_subset: { a: { $regex: "a", b: 1 } } }, { a: "a" }), /nothing is known of the matcher b/);
  assert.throws(() => compare({ body_subset: { a: { $from: "setup[0].RevisionId" } } }, { a: 2 }), /there is no setup/);
  assert.throws(() => compare({ body_subset: { a: { $from: "RevisionId" } } }, { a: 2 }), /names no value/);
});

test("parameters become what the SDK takes", () => {
  const input = parameters("Invoke", { FunctionName: "fn", Payload: { $x: 1 } }, find);
  assert.equal(String(input.Payload), '{"$x":1}');
  assert.equal(String(parameters("Invoke", { Payload: { $fill: 5 } }, find).Payload), '"xxx"');
  assert.equal(String(parameters("Invoke", { Payload: { $bytes_b64: "boc=" } }, find).Payload), "n\uFFFD");
  assert.deepEqual(parameters("UpdateAlias", { RevisionId: { $from: "setup[1].RevisionId" } }, find), { RevisionId: "r1" });
  const weights = { RoutingConfig: { AdditionalVersionWeights: { $LATEST: 0.5 } } };
  assert.deepEqual(parameters("CreateAlias", weights, find), weights);
  assert.throws(() => parameters("UpdateAlias", { RevisionId: { $form: "setup[1]" } }, find), /nothing is known of \$form/);
  assert.throws(() => parameters("UpdateFunctionCode", { ZipFile: "@v4" }, find), /no code fixture "@v4"/);
});

test("a fixture's bytes are the same each time", () => {
  assert.deepEqual(fixture("@v1"), fixture("@v1"));
  assert.notDeepEqual(fixture("@v1"), fixture("@v2"));
});

test("counts have to lie in their ranges", () => {
  const counts = new Map([["1", 60], ["2", 40]]);
  assert.deepEqual(miscounts({ 1: [60, 140], 2: [40, 40] }, counts), []);
  assert.equal(miscounts({ 1: [61, 140], 3: [1, 200] }, counts).length, 2);
});

/** A service that numbers its answers, and refuses one operation. */
class Counting {
  calls = 0;

  async reset() {
    this.calls = 0;
  }

  async settle() {}

  /** @param {string} op */
  async call(op) {
    this.calls += 1;
    if (op === "DeleteAlias") {
      const headers = { "x-amzn-errortype": "ResourceNotFoundException" };
      const exception = Object.assign(new Error(), { name: "ResourceNotFoundException" });
      return { answer: { status: 404, headers, body: Buffer.from("{}") }, exception };
    }
    const output = { RevisionId: `r${this.calls}` };
    const headers = { "x-parity": String(this.calls % 2) };
    return { answer: { status: 200, headers, body: Buffer.from(JSON.stringify(output)) }, output };
  }
}

/** @param {unknown} recorded */
function replay(recorded) {
  const service = new Counting();
  return new Replay(/** @type {any} */ (service), service).run(/** @type {any} */ (recorded));
}

test("a case passes with its set-up, and fails with it", async () => {
  const setup = [{ op: "CreateAlias" }, { op: "Wait", params: { Waiter: "function_active_v2" } }];
  const expect = { body_subset: { RevisionId: { $ne: { $from: "setup[0].RevisionId" } } } };
  assert.deepEqual(await replay({ id: "good", setup, op: "GetAlias", expect }), []);
  const refused = await replay({ id: "bad", setup: [{ op: "DeleteAlias" }], op: "GetAlias", expect: { status: 200 } });
  assert.deepEqual(refused, ["setup[0] DeleteAlias: answered 404 ResourceNotFoundException {}"]);
  assert.deepEqual(await replay({ id: "wrong", op: "GetAlias", expect: { status: 404 } }), [
    "status: expected 404, got 200",
  ]);
});

test("a repeated case counts a header", async () => {
  const repeated = { id: "many", op: "GetAlias", expect: { status: 200 } };
  const repeat = { times: 10, count_header: "X-Parity", expect_counts: { 0: [5, 5], 1: [5, 5] } };
  assert.deepEqual(await replay({ ...repeated, repeat }), []);
  const wrong = { ...repeat, expect_counts: { 0: [6, 10] } };
  assert.deepEqual(await replay({ ...repeated, repeat: wrong }), ["count of 0: expected 6 to 10, got 5"]);
});

test("a case that holds what nothing would look at fails", async () => {
  const good = { id: "x", op: "GetAlias", expect: { status: 200 } };
  assert.match((await replay({ ...good, expects: {} })).join(), /nothing is known of expects in a case/);
  assert.match((await replay({ ...good, expect: {} })).join(), /expects nothing/);
  assert.match((await replay({ ...good, setup: [{ op: "Wait", parameters: {} }] })).join(), /parameters in a step/);
  assert.match((await replay({ ...good, repeat: { times: 2 } })).join(), /repeat needs/);
  assert.match((await replay({ ...good, op: "Wait" })).join(), /gives no answer/);
  const repeat = { times: 2, count_header: "X-Parity", expect_counts: { 0: 1 } };
  assert.match((await replay({ ...good, repeat })).join(), /a range of two numbers/);
  assert.match((await replay(null)).join(), /null is not a case/);
  assert.match((await replay({ ...good, setup: ["Wait"] })).join(), /"Wait" is not a step/);
});

test("what a case may leave out may be null", async () => {
  const good = { id: "x", op: "GetAlias", expect: { status: 200 } };
  assert.deepEqual(await replay({ ...good, setup: null, params: null, repeat: null, note: null, evidence: null }), []);
});
