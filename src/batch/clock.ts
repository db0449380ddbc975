/** Time as the engine sees it; tests pass one that they move by hand. */
export interface Clock {
  /** Monotonic time in milliseconds, from any zero point. */
  now(): number;
  /**
   * Calls back once, never before `delayMs` have passed on `now()`.
   * `precise` asks for less than a millisecond of lateness, at the price of some processor time.
   * @returns a function that cancels the timer.
   */
  setTimer(callback: () => void, delayMs: number, precise?: boolean): () => void;
}

/** The longest delay that `setTimeout` takes; it fires at once for longer ones. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** `setTimeout` counts whole milliseconds and is up to two late: the rest is left to turns of the event loop. */
const TIMEOUT_LATENESS_MS = 2;

/** `performance.now` with timers that are neither early nor bound to 24 days, as those of `setTimeout` are. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer(callback, delayMs, precise = false) {
    const dueAt = performance.now() + delayMs;
    let timeout: NodeJS.Timeout | undefined;
    let turn: NodeJS.Immediate | undefined;
    const arm = (): void => {
      const left = dueAt - performance.now();
      const sleep = Math.ceil(precise ? left - TIMEOUT_LATENESS_MS : left);
      if (sleep > 0) timeout = setTimeout(fire, Math.min(sleep, LONGEST_TIMEOUT_MS));
      else turn = setImmediate(fire);
    };
    const fire = (): void => {
      if (performance.now() >= dueAt) callback();
      else arm();
    };
    arm();
    return () => {
      clearTimeout(timeout);
      clearImmediate(turn);
    };
  },
};
