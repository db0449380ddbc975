import { pageText } from './page-text.ts';
import { hashText, seededRandom } from './random.ts';

/** One result as Tavily writes it. */
export interface LoopbackResult {
  title: string;
  url: string;
  content: string;
  score: number;
  raw_content: string | null;
  favicon?: string;
  published_date?: string;
}

const SITES: readonly string[] = [
  'example.com',
  'handbook.example.org',
  'news.example.net',
  'forum.example.org',
  'magazine.example.com',
  'institute.example.edu',
];
const TRACKING: readonly string[] = [
  '?utm_source=search&utm_medium=web',
  '?fbclid=Iw42',
  '?gclid=abc123',
  '#overview',
  '/',
  '',
];

/**
 * Three to five results for a query, the same each time. One or two of them are pages on the query's longest
 * word; other queries with that word find the same pages under an address with other tracking parameters.
 */
export function searchResults(query: string): LoopbackResult[] {
  const random = seededRandom(`results ${query}`);
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['nothing'];
  const topic = words.reduce((longest, word) => (word.length > longest.length ? word : longest));
  const count = 3 + Math.floor(random() * 3);
  const shared = 1 + Math.floor(random() * 2);
  return Array.from({ length: count }, (_, index) => {
    const isShared = index < shared;
    const name = isShared ? `${topic} ${index}` : `${query} ${index}`;
    const subject = isShared ? topic : query;
    const site = SITES[(hashText(name) + index) % SITES.length];
    const path = `${encodeURIComponent(subject.slice(0, 60).toWellFormed().replaceAll(/\s+/g, '-'))}-${index}`;
    const tracking = isShared ? TRACKING[hashText(query + index) % TRACKING.length] : '';
    const host = isShared && random() < 0.5 ? `www.${site}` : site;
    const text = pageText(subject, name);
    return {
      title: `${subject}: ${isShared ? 'an overview' : 'a closer look'} (${index + 1})`,
      url: `https://${host}/${path}${tracking}`,
      content: text
        .slice(0, 450)
        .toWellFormed()
        .replaceAll(/[#|*-]+\s?/g, ''),
      score: Number((0.95 - index * 0.11).toFixed(4)),
      raw_content: text,
      favicon: `https://${host}/favicon.ico`,
    };
  });
}
