// Runs in the page: a client of its API, and what can only be timed from inside.

/** A client of `window.lambda` that throws on every failure. */
globalThis.bench = {
  /**
   * Calls the API as soon as the page offers it.
   * @param {string} method
   * @param {string} path below `/2015-03-31/functions`
   * @param {unknown} [body]
   */
  async call(method, path, body) {
    while (!globalThis.lambda) await new Promise((resolve) => setTimeout(resolve));
    const url = `https://lambda.us-east-1.amazonaws.com/2015-03-31/functions${path}`;
    const request = new Request(url, { method, body: body === undefined ? null : JSON.stringify(body) });
    const response = await globalThis.lambda.fetch(request);
    const text = await response.text();
    if (!response.ok || response.headers.has("x-amz-function-error")) {
      throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    }
    return text === "" ? null : JSON.parse(text);
  },

  /**
   * Creates a function and calls it at once.
   * @param {object} definition what CreateFunction takes
   * @returns {Promise<number>} milliseconds from navigation to the result
   */
  async firstResult(definition) {
    await this.call("POST", "", definition);
    await this.call("POST", `/${definition.FunctionName}/invocations`, {});
    return performance.now();
  },

  /**
   * Calls a function and measures from the request to the answer.
   * @param {string} name
   * @returns {Promise<number>} milliseconds
   */
  async time(name) {
    const begin = performance.now();
    await this.call("POST", `/${name}/invocations`, {});
    return performance.now() - begin;
  },

  /**
   * Presses a button and waits until the column Observed of a table, emptied at first, adds up.
   * @param {HTMLElement} button
   * @param {HTMLTableElement} table
   * @param {number} count
   * @returns {Promise<{ total: number, longest: number, observed: Record<string, number> }>} milliseconds
   */
  async fire(button, table, count) {
    let longest = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    tasks.observe({ type: "longtask" });
    const begin = performance.now();
    button.click();
    let emptied = false;
    const observed = await new Promise((resolve) => {
      const look = () => {
        const rows = [...table.tBodies[0].rows].map(({ cells }) => [
          cells[0].innerText.trim(),
          Number(cells[4].innerText.replaceAll(/\D/g, "")),
        ]);
        const sum = rows.reduce((sum, [, number]) => sum + number, 0);
        emptied ||= sum < count;
        if (!emptied || sum < count) return;
        changes.disconnect();
        resolve(Object.fromEntries(rows));
      };
      const changes = new MutationObserver(look);
      changes.observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    const total = performance.now() - begin;
    // The last tasks are told of once they are over.
    await new Promise((resolve) => setTimeout(resolve, 200));
    tasks.disconnect();
    return { total, longest, observed };
  },

  /** Returns the bytes of every file that was loaded, as they came over the wire, by the files' addresses. */
  loaded() {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return Object.fromEntries(entries.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
  },
};
