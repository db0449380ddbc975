import type { CallScope } from './call.ts';

/** Turns texts into vectors whose dot product tells how near they are in meaning. */
export interface Embedder {
  /** Model and origin, such as `openai:text-embedding-3-small`; vectors of different names cannot be compared. */
  readonly name: string;
  /** Characters of the texts that it understands best; longer ones find more when they are embedded in several. */
  readonly bestCharacters?: number;
  /** Loads what it needs beforehand. */
  prepare(): Promise<void>;
  /**
   * One entry a text, in their order: a vector of length 1, or why this text has none. Texts may be as many as one likes;
   * they are sent in as few requests as the limits allow.
   * @throws the signal's reason when aborted, and AppError for what ends a run (key, quota, budget, storage).
   */
  embed(texts: readonly string[], scope: CallScope): Promise<(Float32Array | Error)[]>;
  /** Ends its workers. */
  close(): Promise<void>;
}
