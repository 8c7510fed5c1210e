/** Thrown through the guest when a call reaches its deadline. */
export class DeadlineReached extends Error {}

/** The clock of one environment: it runs with real computing time and jumps over sleeps. All times are milliseconds. */
export class Clock {
  #origin = performance.now();
  #slept = 0;
  #wallOffset = 0;
  #deadline = Infinity;

  /** Time since the clock was made, sleeps included. */
  elapsed() {
    return performance.now() - this.#origin + this.#slept;
  }

  /** Time that was computed: sleeps do not count. */
  computed() {
    return this.elapsed() - this.#slept;
  }

  /** Time since the epoch, as the environment sees it. */
  wall() {
    return this.elapsed() + this.#wallOffset;
  }

  /**
   * Begins the first call of an environment: what was before it, the environment has not seen.
   * @param {number} epoch
   * @param {number} timeout
   */
  start(epoch, timeout) {
    this.#origin = performance.now();
    this.#slept = 0;
    this.begin(epoch, timeout);
  }

  /**
   * Begins a call.
   * @param {number} epoch what the wall clock shows now
   * @param {number} timeout how long the call may take
   */
  begin(epoch, timeout) {
    const now = this.elapsed();
    this.#wallOffset = epoch - now;
    this.#deadline = now + timeout;
  }

  /**
   * Lets a sleep pass without waiting, up to the deadline.
   * @param {number} duration
   */
  sleep(duration) {
    const left = this.#deadline - this.elapsed();
    this.#slept += Math.max(Math.min(duration, left), 0);
    if (duration >= left) throw new DeadlineReached();
  }

  /**
   * Does something that the environment does not notice: no time passes meanwhile.
   * @template T
   * @param {() => T} act
   */
  standStill(act) {
    const begin = performance.now();
    try {
      return act();
    } finally {
      this.#origin += performance.now() - begin;
    }
  }

  /** Ends a call that looks at the clock after its deadline. */
  check() {
    if (this.elapsed() >= this.#deadline) throw new DeadlineReached();
  }
}
