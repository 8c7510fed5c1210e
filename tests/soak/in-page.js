// Runs in the page: a client of its API.

globalThis.soak = {
  async send(method, path, body) {
    const response = await request(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  },

  async run(calls, callers) {
    const left = calls.values();
    /** @type {Answer[]} */
    const answers = [];
    const caller = async () => {
      for (const { number, qualifier, fault } of left) {
        const path = `/soaked/invocations?Qualifier=${encodeURIComponent(qualifier)}`;
        const response = await request("POST", path, { number, fault });
        const version = response.headers.get("x-amz-executed-version");
        const isFault = response.headers.has("x-amz-function-error");
        const text = await response.text();
        answers.push({ number, status: response.status, version, isFault, body: JSON.parse(text) });
      }
    };
    await Promise.all(Array.from({ length: callers }, caller));
    return answers;
  },
};

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 */
async function request(method, path, body) {
  while (!globalThis.lambda) await new Promise((resolve) => setTimeout(resolve));
  const url = `https://lambda.us-east-1.amazonaws.com/2015-03-31/functions${path}`;
  return globalThis.lambda.fetch(new Request(url, { method, body: JSON.stringify(body) }));
}
