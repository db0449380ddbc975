/**
 * Gives those who ask one turn of the event loop each, in the order in which they asked. Work that begins with a turn
 * has its requests on the wire before the next one's begins; without, all would be sent when the last is ready.
 */
export function createEventLoopTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
