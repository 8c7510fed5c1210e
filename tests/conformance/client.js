// The real SDK, with a page in the place of the network.

import * as sdk from "@aws-sdk/client-lambda";

/**
 * @typedef {object} HttpRequest What the SDK hands to its request handler.
 * @property {string} method
 * @property {string} hostname
 * @property {string} path
 * @property {Record<string, string | string[] | null>} [query]
 * @property {Record<string, string>} headers
 * @property {string | Uint8Array} [body]
 */

/**
 * @typedef {object} Call What came of one call.
 * @property {import("./expectations.js").Answer} answer As it left the page.
 * @property {any} [output] What the SDK made of it,
 * @property {Error} [exception] or the exception that it threw.
 */

/** Lambda's client, as a program in Node has it. */
export class Client {
  #client;
  /** @type {import("./expectations.js").Answer | undefined} */
  #answer;

  /** @param {{ fetch(message: import("./page.js").Message): Promise<import("./expectations.js").Answer> }} page */
  constructor(page) {
    const requestHandler = {
      /** @param {HttpRequest} request */
      handle: async (request) => {
        const answer = await page.fetch(message(request));
        this.#answer = answer;
        // The SDK makes the bytes that it is given its own.
        const response = { statusCode: answer.status, headers: answer.headers, body: Uint8Array.from(answer.body) };
        return { response };
      },
    };
    this.#client = new sdk.LambdaClient({
      region: "us-east-1",
      credentials: { accessKeyId: "playground", secretAccessKey: "playground" },
      maxAttempts: 1,
      requestHandler: /** @type {any} */ (requestHandler),
    });
  }

  /**
   * Calls an operation of the API.
   *
   * @param {string} op
   * @param {Record<string, unknown>} input
   * @returns {Promise<Call>}
   */
  async call(op, input) {
    const Command = /** @type {any} */ (sdk)[`${op}Command`];
    if (Command === undefined) throw new Error(`the SDK has no operation ${JSON.stringify(op)}`);
    this.#answer = undefined;
    let output;
    let exception;
    try {
      output = await this.#client.send(new Command(input));
    } catch (error) {
      exception = /** @type {Error} */ (error);
    }
    if (this.#answer === undefined) throw exception ?? new Error("the SDK sent nothing");
    return { answer: this.#answer, output, exception };
  }
}

/**
 * Returns in what the SDK understood an answer otherwise than it reads, one line each.
 *
 * @param {Call} call
 */
export function misunderstandings({ answer, output, exception }) {
  const code = answer.headers["x-amzn-errortype"];
  if (exception !== undefined) {
    return exception.name === code ? [] : [`SDK: expected the exception ${code}, got ${exception.name}: ${exception.message}`];
  }
  if (code !== undefined || answer.status >= 300) return [`SDK: expected the exception ${code}, got none`];
  if (Object.hasOwn(output, "Payload")) {
    const same = answer.body.equals(output.Payload ?? Buffer.of());
    return same ? [] : ["SDK: the payload differs from the answer's body"];
  }
  const members = answer.body.length === 0 ? [] : Object.keys(JSON.parse(answer.body.toString()));
  return members.filter((name) => output[name] === undefined).map((name) => `SDK: nothing is known of the member ${name}`);
}

/**
 * @param {HttpRequest} request
 * @returns {import("./page.js").Message}
 */
function message({ method, hostname, path, query = {}, headers, body }) {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ""].flat().map((value) => `${encode(name)}=${encode(value)}`),
  );
  const url = `https://${hostname}${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
  return { method, url, headers, body: body ? bytes(body).toString("base64") : null };
}

/** @param {string | Uint8Array} body */
function bytes(body) {
  return typeof body === "string" ? Buffer.from(body) : Buffer.copyBytesFrom(body);
}

/** @param {string} text */
function encode(text) {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
