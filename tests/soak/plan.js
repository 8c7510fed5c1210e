/** How likely each fault is; the rest of the calls end well. */
const FAULTS = { error: 0.03, memory: 0.01, file: 0.02, exit: 0.002, sleep: 0.002, loop: 0.0001, hoard: 0.0002 };

/** The versions of the function. */
export const VERSIONS = ["1", "2", "3", "4", "5"];

/** The aliases of the function. */
export const ALIASES = ["prod", "test"];

/** Draws what happens: the same for the same seed. */
export class Plan {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed;
  }

  /** A number in [0, 1), by mulberry32. */
  #draw() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @template T @param {T[]} choices */
  #pick(choices) {
    return choices[Math.floor(this.#draw() * choices.length)];
  }

  /** Two versions for an alias, and the weight of the second. */
  routing() {
    const main = this.#pick(VERSIONS);
    const additional = this.#pick(VERSIONS.filter((version) => version !== main));
    return { main, additional, weight: Math.round(this.#draw() * 100) / 100 };
  }

  /**
   * @param {number} number
   * @returns {Call}
   */
  call(number) {
    const qualifier = this.#pick([...VERSIONS, ...ALIASES, ...ALIASES, "$LATEST"]);
    let draw = this.#draw();
    const fault = Object.entries(FAULTS).find(([, chance]) => (draw -= chance) < 0);
    return { number, qualifier, fault: fault?.[0] ?? "none" };
  }
}
