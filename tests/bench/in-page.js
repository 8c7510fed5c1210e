// Runs in the page: a client of its API, and what can only be timed from inside.

globalThis.bench = {
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

  async firstResult(definition) {
    await this.call("POST", "", definition);
    await this.call("POST", `/${definition.FunctionName}/invocations`, {});
    return performance.now();
  },

  async time(name) {
    const begin = performance.now();
    await this.call("POST", `/${name}/invocations`, {});
    return performance.now() - begin;
  },

  async fire(button, table, count) {
    let longest = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    tasks.observe({ type: "longtask" });
    const begin = performance.now();
    button.click();
    let emptied = false;
    /** @type {Record<string, number>} */
    const observed = await new Promise((resolve) => {
      const look = () => {
        const numbers = Object.fromEntries(
          // Not as it is laid out: to have it so would be work that nobody else asks of the page.
          Array.from(table.tBodies[0].rows, ({ cells }) => [
            cells[0].textContent.trim(),
            Number(cells[4].textContent.replaceAll(/\D/g, "")),
          ]),
        );
        const sum = Object.values(numbers).reduce((sum, number) => sum + number, 0);
        emptied ||= sum < count;
        if (!emptied || sum < count) return;
        changes.disconnect();
        resolve(numbers);
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
};
