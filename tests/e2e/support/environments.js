// Runs in the page: environments made straight from the built worker and guest, without the playground around them.

/** When an environment starts, on its own clock. */
const CLOCK = Date.UTC(2026, 0, 1);

/** Megabytes of an environment, unless the test asks for others. */
const MEMORY_SIZE = 128;

/** Makes environments from one compiled guest. */
class Environments {
  #assets = fetch("/")
    .then((response) => response.text())
    .then((html) => JSON.parse(new DOMParser().parseFromString(html, "text/html").querySelector("#assets").textContent));
  #module;

  /** Milliseconds that the steps took, by their names. */
  times = {};

  /** Starts an environment whose handler is `lambda_handler` of the source, or of the first of some files. */
  async start(source, options = {}) {
    const files = typeof source === "string" ? { "lambda_function.py": source } : source;
    const worker = await this.#prepare();
    const begin = performance.now();
    const started = reply(worker, "started");
    worker.postMessage({
      type: "start",
      memorySize: MEMORY_SIZE,
      runtime: "python3.13",
      handler: "lambda_function.lambda_handler",
      variables: { AWS_LAMBDA_FUNCTION_NAME: "greeter", AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128", TZ: ":UTC" },
      package: Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]),
      temporary: [],
      temporarySize: 512,
      timeout: 10_000,
      clock: CLOCK,
      seed: null,
      ...options,
    });
    const environment = new Environment(worker, await started);
    this.times["new environment"] ??= performance.now() - begin;
    return environment;
  }

  /** Runs a handler once, in an environment of its own. */
  async run(source, { event, timeout, ...options } = {}) {
    const environment = await this.start(source, options);
    const { outcome } = environment.started;
    const result = outcome === "ok" ? await environment.invoke(event, { timeout }) : environment.started;
    environment.end();
    return result;
  }

  async #prepare() {
    const { worker: workerUrl, guest: guestUrl, library } = await this.#assets;
    const compiled = performance.now();
    this.#module ??= WebAssembly.compileStreaming(fetch(guestUrl));
    const module = await this.#module;
    this.times["fetch and compile"] ??= performance.now() - compiled;
    const begin = performance.now();
    const worker = new Worker(workerUrl, { type: "module" });
    const prepared = reply(worker, "prepared");
    worker.postMessage({ type: "prepare", module, library: new URL(library, location.href).href, memorySize: MEMORY_SIZE });
    await prepared;
    this.times["worker in stock"] ??= performance.now() - begin;
    return worker;
  }
}

/** One worker with its started environment. */
class Environment {
  #worker;
  #invocations = 0;

  constructor(worker, started) {
    this.#worker = worker;
    this.started = started;
  }

  async invoke(event = {}, options = {}) {
    const [result] = await this.invokeAll([event], options);
    return result;
  }

  /** Runs a batch; the results are fewer than the events when one of them ends the environment. */
  invokeAll(events, { timeout = 3000, clientContext = null, seed = null } = {}) {
    const results = [];
    const invocations = events.map((event, index) => ({
      requestId: `request-${this.#invocations++}`,
      functionArn: "arn:aws:lambda:us-east-1:000000000000:function:greeter",
      event: JSON.stringify(event),
      timeout,
      clock: CLOCK + Math.ceil(this.started.duration) + index * timeout,
      clientContext,
      traceId: "Root=1-0-0",
      seed: seed && [...seed],
    }));
    return new Promise((resolve, reject) => {
      this.#worker.onerror = (error) => reject(new Error(error.message));
      let output = "";
      this.#worker.onmessage = (message) => {
        const data = typeof message.data === "string" ? { ...JSON.parse(message.data), temporary: [] } : message.data;
        if (data.type === "output") output += data.text;
        if (data.type !== "result") return;
        results.push({ ...data, log: output + data.log });
        output = "";
        const alive = data.outcome === "ok" || data.outcome === "error";
        if (!alive || results.length === events.length) resolve(results);
      };
      this.#worker.postMessage(JSON.stringify({ type: "invoke", job: 1, invocations }));
    });
  }

  end() {
    this.#worker.terminate();
  }
}

/** The worker's answer of a type, with all that was written until then in its log. */
function reply(worker, type) {
  return new Promise((resolve, reject) => {
    let output = "";
    worker.onerror = (error) => reject(new Error(error.message));
    worker.onmessage = ({ data }) => {
      if (data.type === "output") output += data.text;
      else if (data.type === type) resolve({ ...data, log: output + (data.log ?? "") });
      else if (data.type !== "waits") reject(new Error(`${data.type} instead of ${type}`));
    };
  });
}

window.environments = new Environments();
