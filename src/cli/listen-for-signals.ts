/** How long calls under way may go on after the first signal, in milliseconds. */
const DRAIN_TIME = 10_000;

export interface RunSignals {
  /** Aborted when the time for draining is over. */
  signal: AbortSignal;
  /** Aborted by the first SIGINT or SIGTERM: nothing new may start. */
  drain: AbortSignal;
  /** Stops listening. */
  dispose: () => void;
}

/**
 * Turns SIGINT and SIGTERM into an orderly end: the first drains for up to 10 seconds, the second leaves at once.
 * `onFirst` tells the user; `onSecond` restores the terminal.
 */
export function listenForSignals(told: { onFirst: () => void; onSecond: () => void }): RunSignals {
  const stop = new AbortController();
  const drain = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const listener = () => {
    if (drain.signal.aborted) {
      told.onSecond();
      process.exit(130);
    }
    told.onFirst();
    drain.abort(new DOMException('Interrupted.', 'AbortError'));
    timer = setTimeout(
      () => stop.abort(new DOMException('Interrupted.', 'AbortError')),
      DRAIN_TIME,
    );
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return {
    signal: stop.signal,
    drain: drain.signal,
    dispose: () => {
      clearTimeout(timer);
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    },
  };
}
