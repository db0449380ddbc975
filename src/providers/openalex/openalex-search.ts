import { doiAddress } from '../../core/references/reference-facts.ts';
import { fitQuery } from '../fit-query.ts';
import type { FoundSource, SearchProvider } from '../search-provider.ts';
import type { OpenAlex } from './openalex.ts';
import { type RawWork, readWork } from '../../core/works/read-work.ts';
import { REFERENCE_FIELDS } from './reference-fields.ts';
import { encodeValue, type WorksQuery } from './works-address.ts';

const MOST_RESULTS = 200;
/** Authors that a byline names. */
const NAMED_AUTHORS = 3;
/** Characters that the words may take in an address: one beyond ASCII takes up to twelve. */
const LONGEST_WORDS = 2500;

/** Works of scholarship as sources: their text is the abstract. Retracted works are asked for and taken nowhere. */
export function createOpenAlexSearch(
  openalex: OpenAlex,
  options: { now?: (() => Date) | undefined } = {},
): SearchProvider {
  const { now = () => new Date() } = options;
  return {
    name: 'openalex',

    async search(text, { maxResults }, scope) {
      const words = fitAddress(fitQuery(plainWords(text)));
      if (words === '') return [];
      const query: WorksQuery = {
        filters: ['is_retracted:false', 'has_abstract:true'],
        search: words,
        select: [...REFERENCE_FIELDS, 'relevance_score'],
        perPage: Math.min(MOST_RESULTS, Math.max(1, Math.trunc(maxResults) || 1)),
      };
      const { works } = await openalex.page(query, { page: 1 }, scope);
      const best = Math.max(0, ...works.map(relevanceOf));
      const retrievedAt = now().toISOString();
      return works
        .flatMap((work) => toSource(work, { best, retrievedAt }))
        .toSorted((left, right) => right.score - left.score)
        .slice(0, query.perPage);
    },
  };
}

/** The search of OpenAlex takes quotation marks, question marks and capital AND, OR, NOT for signs of its own. */
function plainWords(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  return words.map((word) => (/^(?:AND|OR|NOT)$/.test(word) ? word.toLowerCase() : word)).join(' ');
}

function fitAddress(words: string): string {
  let end = 0;
  let used = 0;
  for (const sign of words) {
    used += encodeValue(sign).length;
    if (used > LONGEST_WORDS) break;
    end += sign.length;
  }
  return words.slice(0, end).trim();
}

function toSource(
  raw: RawWork,
  { best, retrievedAt }: { best: number; retrievedAt: string },
): FoundSource[] {
  const read = readWork(raw);
  if (read === undefined || read.isRetracted) return [];
  const { work, title, abstract, publishedAt } = read;
  if (title === '' || abstract === undefined) return [];
  const author = byline(work.authors);
  return [
    {
      title,
      url: work.doi === undefined ? `https://openalex.org/${work.id}` : doiAddress(work.doi),
      ...(author !== undefined && { author }),
      work,
      ...(publishedAt !== undefined && { publishedAt }),
      retrievedAt,
      text: abstract,
      score: best > 0 ? relevanceOf(raw) / best : 0.5,
    },
  ];
}

function byline(authors: readonly string[]): string | undefined {
  if (authors.length === 0) return undefined;
  const named = authors.slice(0, NAMED_AUTHORS).join(', ');
  return authors.length > NAMED_AUTHORS ? `${named} et al.` : named;
}

function relevanceOf(work: RawWork): number {
  const score = work['relevance_score'];
  return typeof score === 'number' && Number.isFinite(score) && score > 0 ? score : 0;
}
