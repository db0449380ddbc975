interface SettledBase<T> {
  /** Place of the item in the input, from 0. */
  index: number;
  item: T;
  lane: number;
  /** From its start, retries and their delays included. */
  milliseconds: number;
}

/** An item that was started, with its fate. */
export type SettledItem<T, R> =
  | (SettledBase<T> & { status: 'succeeded'; result: R })
  | (SettledBase<T> & { status: 'failed' | 'cancelled'; error: Error });
