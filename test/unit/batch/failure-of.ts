/** What the promise rejects with; watched from now on, so that a later look at it is early enough. */
export function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`expected a rejection, but got ${String(value)}`);
    },
    (error: unknown) => error,
  );
}
