/** What the page adds to its window. */

interface Lambda {
  fetch(request: Request): Promise<Response>;
  reset(options?: { cloudDelays?: "none" | "until settled" | number; seed?: string | number }): Promise<void>;
  settle(): Promise<void>;
}

declare var lambda: Lambda | undefined;
