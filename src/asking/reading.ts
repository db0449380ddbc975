/** What an answer came to. */
export interface Reading<T> {
  /** All that keeps the answer from being good, in words that the model can act on. */
  problems: readonly string[];
  /** What it is good for all the same when it cannot be repaired; absent where that is nothing. */
  value?: T;
}

/** How many problems are told to the model; more would only blur the request. */
export const MOST_PROBLEMS = 12;
