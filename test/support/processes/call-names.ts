import type { StoredCall, StoredItem } from '../../../src/ledger/records.ts';
import type { LoopbackCall } from '../loopback/loopback-types.ts';

/** What a request asks for, in words that tell it from all others: its query, or the keyword it writes about. */
export function nameOfRequest({ route, body }: LoopbackCall): string {
  const text = JSON.stringify(body);
  if (route === 'search') return `search ${String((body as { query: unknown }).query)}`;
  const keyword = /<keyword>(.*?)<\/keyword>/u.exec(text)?.[1];
  return `${route} ${keyword ?? text}`;
}

/** The same words for a call in the ledger. */
export function nameOfStoredCall(call: StoredCall, items: readonly StoredItem[]): string {
  if (call.operation === 'search') return `search ${/ "(.*)"$/su.exec(call.detail)?.[1]}`;
  return `chat ${items[call.item ?? -1]?.item.keyword}`;
}

/** How often each name occurs. */
export function tally(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
