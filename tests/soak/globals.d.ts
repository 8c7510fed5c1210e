/** What `in-page.js` adds to the page. */

interface Call {
  number: number;
  qualifier: string;
  fault: string;
}

interface Answer {
  number: number;
  status: number;
  /** The version that ran. */
  version: string | null;
  isFault: boolean;
  body: any;
}

interface Soak {
  /** Sends a request of the API, and returns the answer's body; the path is below `/2015-03-31/functions`. */
  send(method: string, path: string, body: unknown): Promise<any>;
  /** Invokes the function by several callers at once; returns the answers as they came. */
  run(calls: Call[], callers: number): Promise<Answer[]>;
}

declare var soak: Soak;
