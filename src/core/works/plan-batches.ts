/**
 * Cuts identifiers into batches, in their order: each holds as many as `size` allows and as fit into `room`, counted in
 * characters of the joined values (one sign between two).
 * @param lengthOf of a value as it stands in an address.
 */
export function planBatches(
  values: readonly string[],
  options: { size: number; room: number; lengthOf: (value: string) => number },
): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let used = 0;
  for (const value of values) {
    const length = options.lengthOf(value) + 1;
    if (batch.length > 0 && (batch.length >= options.size || used + length > options.room)) {
      batches.push(batch);
      batch = [];
      used = 0;
    }
    batch.push(value);
    used += length;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
