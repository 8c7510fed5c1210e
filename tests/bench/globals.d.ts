/** What `in-page.js` and the yardstick add to a page. */

interface Definition {
  FunctionName: string;
  [member: string]: unknown;
}

interface Run {
  /** Milliseconds from the press to the last answer in the table. */
  total: number;
  /** Milliseconds of the longest task of the main thread, 0 when none took over 50. */
  longest: number;
  /** Invocations by version. */
  observed: Record<string, number>;
}

interface Bench {
  /** Calls the API as soon as the page offers it; the path is below `/2015-03-31/functions`. */
  call(method: string, path: string, body?: unknown): Promise<any>;
  /** Creates a function and calls it at once; returns milliseconds from navigation to the result. */
  firstResult(definition: Definition): Promise<number>;
  /** Calls a function; returns milliseconds from the request to the answer. */
  time(name: string): Promise<number>;
  /** Presses a button and waits until the column Observed of a table, emptied at first, adds up. */
  fire(button: HTMLElement, table: HTMLTableElement, count: number): Promise<Run>;
}

declare var bench: Bench;

/** Loads Pyodide. */
declare var start: () => Promise<void>;
declare var python: import("pyodide").PyodideInterface;
