import { readIdentifier } from '../../core/works/read-identifier.ts';
import type { RawWork } from '../../core/works/read-work.ts';

/** The works of one page. */
export type WorksChunk = readonly RawWork[];

/** All works of the batches in their order, or by a field where that was asked for, as the pages bring them. */
export function combineBatches(
  batches: readonly (() => AsyncIterable<WorksChunk>)[],
  sort: string | undefined,
): AsyncGenerator<WorksChunk> {
  return sort === undefined || batches.length < 2
    ? oneAfterTheOther(batches)
    : merged(batches, comparatorOf(sort));
}

/** What was left out of a list while it was made unique. */
export interface UniqueTally {
  unique: number;
  withoutId: number;
}

/** Each work once, the first of those with the same number; at most so many. Works without a number are left out. */
export async function* uniqueWorks(
  chunks: AsyncIterable<WorksChunk>,
  limit: number,
  tally: UniqueTally,
): AsyncGenerator<WorksChunk> {
  // As numbers they take a fraction of the room of texts.
  const seen = new Set<number | string>();
  for await (const chunk of chunks) {
    const fresh: RawWork[] = [];
    for (const work of chunk) {
      const number = numberOf(work);
      if (number === undefined) tally.withoutId += 1;
      else if (!seen.has(number) && tally.unique < limit) {
        seen.add(number);
        fresh.push(work);
        tally.unique += 1;
      }
    }
    if (fresh.length > 0) yield fresh;
    if (tally.unique >= limit) return;
  }
}

function numberOf({ id }: RawWork): number | string | undefined {
  const known = typeof id === 'string' ? readIdentifier(id) : undefined;
  if (known?.kind !== 'work') return undefined;
  const number = Number(known.value.slice(1));
  return Number.isSafeInteger(number) ? number : known.value;
}

async function* oneAfterTheOther(
  batches: readonly (() => AsyncIterable<WorksChunk>)[],
): AsyncGenerator<WorksChunk> {
  for (const batch of batches) yield* batch();
}

/** Works that a merged list hands on together. */
const CHUNK = 200;

type Compare = (left: RawWork, right: RawWork) => number;

/** Merges lists that are sorted each; of equal works that of the first batch comes first. Holds a page of each batch. */
async function* merged(
  batches: readonly (() => AsyncIterable<WorksChunk>)[],
  compare: Compare,
): AsyncGenerator<WorksChunk> {
  const lists = batches.map((batch) => singleWorks(batch()));
  const heads = await Promise.all(lists.map((list) => list.next()));
  let ready: RawWork[] = [];
  for (;;) {
    let best: { index: number; work: RawWork } | undefined;
    for (const [index, head] of heads.entries()) {
      if (head.done === true) continue;
      if (best === undefined || compare(head.value, best.work) < 0)
        best = { index, work: head.value };
    }
    if (best === undefined) break;
    ready.push(best.work);
    if (ready.length >= CHUNK) {
      yield ready;
      ready = [];
    }
    const next = await lists[best.index]?.next();
    if (next !== undefined) heads[best.index] = next;
  }
  if (ready.length > 0) yield ready;
}

async function* singleWorks(chunks: AsyncIterable<WorksChunk>): AsyncGenerator<RawWork, undefined> {
  for await (const chunk of chunks) yield* chunk;
  return undefined;
}

/** `cited_by_count:desc` as a comparison; works without the field come last. */
function comparatorOf(sort: string): Compare {
  const keys = sort.split(',').map((key) => {
    const [field = '', direction] = key.split(':');
    return { field, sign: direction === 'desc' ? -1 : 1 };
  });
  return (left, right) => {
    for (const { field, sign } of keys) {
      const [one, other] = [left[field], right[field]];
      if (one === other) continue;
      if (one === undefined || one === null) return 1;
      if (other === undefined || other === null) return -1;
      if (typeof one === 'number' && typeof other === 'number') return (one - other) * sign;
      if (typeof one === 'string' && typeof other === 'string')
        return (one < other ? -1 : 1) * sign;
    }
    return 0;
  };
}
