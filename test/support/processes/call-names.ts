import type { StoredCall, StoredItem } from '../../../src/ledger/records.ts';
import type { ChatCallBody, LoopbackCall } from '../loopback/loopback-types.ts';

/**
 * What a request asks for, in words that tell it from all others of its run: its query, or the keyword and the part of
 * the article that it writes.
 */
export function nameOfRequest({ route, body }: LoopbackCall): string {
  const text = JSON.stringify(body);
  if (route === 'search') return `search ${String((body as { query: unknown }).query)}`;
  const keyword = /<keyword>(.*?)<\/keyword>/u.exec(text)?.[1];
  const part = /<task>(.*?)<\/task>/u.exec(text)?.[1];
  if (keyword === undefined || part === undefined) return `${route} ${text}`;
  const again = (body as ChatCallBody).messages.length > 2 ? ' again' : '';
  const revised = text.includes('What is wrong') ? 'revised ' : '';
  return `${route} ${keyword}: ${revised}${part}${again}`;
}

/** The same words for a call in the ledger. */
export function nameOfStoredCall(call: StoredCall, items: readonly StoredItem[]): string {
  if (call.operation === 'search') return `search ${/ "(.*)"$/su.exec(call.detail)?.[1]}`;
  const part = /\/chat\/completions \S+ (.*)$/u.exec(call.detail)?.[1];
  const revised = call.step === 'check' ? 'revised ' : '';
  return `chat ${items[call.item ?? -1]?.item.keyword}: ${revised}${part}`;
}

/** How often each name occurs. */
export function tally(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
