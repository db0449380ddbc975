/** Items that one call of `process` takes, with their places in the input. */
export interface ItemGroup<T> {
  readonly indexes: readonly number[];
  readonly items: readonly T[];
}

/** Where lanes take their items from, a group at a time. */
export interface ItemSource<T> {
  /** All items in input order, where they are known beforehand. */
  readonly known: readonly T[] | undefined;
  /** True once there is nothing more to take. */
  readonly exhausted: boolean;
  /** The next group, smaller at the end, undefined after it. Throws or rejects with what the items throw. */
  take(): ItemGroup<T> | undefined | Promise<ItemGroup<T> | undefined>;
  /** Ends every `take` that waits, with undefined. */
  stop(): void;
  /** Tells the items that no more are wanted; returns those that were pulled and never taken. */
  close(): Promise<ItemGroup<T> | undefined>;
}
