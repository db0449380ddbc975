import type { OnDuplicate } from '../config/settings.ts';
import { findCompetingByMeaning, isEnglish } from '../core/competing-by-meaning.ts';
import {
  type CompetingEntry,
  type Competition,
  findCompeting,
} from '../core/competing-keywords.ts';
import { AppError } from '../core/errors.ts';
import type { KeywordItem } from '../core/keyword.ts';
import type { KeywordMeaning } from '../core/keyword-meaning.ts';
import { keywordKey } from '../core/normalise-keyword.ts';
import type { SiteArticle } from '../site/site-article.ts';

/** Pairs that a message names. */
const MOST_NAMED = 20;

export interface ResolveOptions {
  mode: OnDuplicate;
  /** Of keywords that name none. */
  language: string;
  /** Compares English keywords by meaning too; absent for likeness by words. */
  meaning?: KeywordMeaning | undefined;
}

export interface Resolved {
  items: KeywordItem[];
  /** For people: who competes with whom, and what was done about it. */
  notes: string[];
}

interface Pair {
  item: KeywordItem;
  /** The keyword it competes with. */
  rival: string;
  /** Set when the rival lies in the output folder. */
  article?: SiteArticle;
  likeness: number;
}

/**
 * Looks for keywords that would compete in search results with each other or with articles that are there (keyword
 * cannibalisation), and does what the settings say. An article for the very keyword is no rival but its earlier
 * version; only `skip` leaves it as it is.
 * @throws AppError `INPUT_INVALID` for `fail`, with every pair.
 */
export async function resolveDuplicates(
  items: readonly KeywordItem[],
  articles: readonly SiteArticle[],
  { mode, language, meaning }: ResolveOptions,
): Promise<Resolved> {
  const versions = new Map(
    articles.flatMap((article) =>
      article.keyword === undefined ? [] : [[keywordKey(article.keyword), article] as const],
    ),
  );
  const isWritten = (item: KeywordItem) => versions.has(keywordKey(item.keyword));
  const open = mode === 'skip' ? items.filter((item) => !isWritten(item)) : items;
  const find = (entries: readonly CompetingEntry[]) =>
    meaning === undefined ? findCompeting(entries) : findCompetingByMeaning(entries, meaning);
  const pairs = await findPairs(open, articles, language, find);
  const notes = [
    ...(meaning === undefined ? [] : foreignNotes(open, language)),
    ...(open.length < items.length ? [skippedNote(items.length - open.length)] : []),
    ...(pairs.length === 0 ? [] : pairNotes(pairs, mode)),
  ];
  if (pairs.length === 0) return { items: [...open], notes };
  switch (mode) {
    case 'fail':
      throw refusal(pairs);
    case 'skip': {
      const rivals = new Set(pairs.map(({ item }) => item));
      return { items: open.filter((item) => !rivals.has(item)), notes };
    }
    case 'merge':
      return { items: merge(open, pairs), notes };
    case 'warn': {
      const byItem = new Map(pairs.map((pair) => [pair.item, pair]));
      return { items: open.map((item) => told(item, byItem.get(item))), notes };
    }
  }
}

/** Articles come first, so that they lead; then keywords, the most important first. */
async function findPairs(
  items: readonly KeywordItem[],
  articles: readonly SiteArticle[],
  language: string,
  find: (entries: readonly CompetingEntry[]) => Competition[] | Promise<Competition[]>,
): Promise<Pair[]> {
  const keys = new Set(items.map((item) => keywordKey(item.keyword)));
  const rivals = articles.filter(
    ({ keyword }) => keyword !== undefined && !keys.has(keywordKey(keyword)),
  );
  const ordered = items.toSorted((left, right) => right.priority - left.priority);
  const entries = [
    ...rivals.map((article) => ({ keyword: article.keyword ?? '', language: article.language })),
    ...ordered.map((item) => ({ keyword: item.keyword, language: item.language ?? language })),
  ];
  const itemAt = (index: number) => ordered[index - rivals.length];
  const places = new Map(items.map((item, index) => [item, index]));
  const found = await find(entries);
  return found
    .flatMap(({ index, leader, likeness }): Pair[] => {
      const item = itemAt(index);
      const article = rivals[leader];
      // Two articles that are there are nobody's business here.
      if (item === undefined) return [];
      const rival = article?.keyword ?? itemAt(leader)?.keyword ?? '';
      return [{ item, rival, likeness, ...(article === undefined ? {} : { article }) }];
    })
    .toSorted((left, right) => (places.get(left.item) ?? 0) - (places.get(right.item) ?? 0));
}

/** What competes with an article takes its place; what competes with a keyword is treated with it. */
function merge(items: readonly KeywordItem[], pairs: readonly Pair[]): KeywordItem[] {
  const byItem = new Map(pairs.map((pair) => [pair.item, pair]));
  const also = Map.groupBy(
    pairs.filter((pair) => pair.article === undefined),
    (pair) => pair.rival,
  );
  const taken = new Set<string>();
  return items.flatMap((item): KeywordItem[] => {
    const pair = byItem.get(item);
    const others = (also.get(item.keyword) ?? []).map((other) => other.item.keyword);
    if (pair === undefined) return [others.length === 0 ? item : { ...item, alsoFor: others }];
    // Of several keywords for one article the first takes it; the others would only write over it.
    if (pair.article === undefined || taken.has(pair.article.slug)) return [];
    taken.add(pair.article.slug);
    return [{ ...item, slug: pair.article.slug, alsoFor: [pair.rival] }];
  });
}

/** The whole cluster is researched once: with the questions of its first keyword. */
function told(item: KeywordItem, pair: Pair | undefined): KeywordItem {
  if (pair === undefined) return item;
  return {
    ...item,
    competesWith: pair.rival,
    ...(pair.article === undefined ? { pool: pair.rival } : {}),
  };
}

function describe({ item, rival, article, likeness }: Pair): string {
  const place =
    article === undefined ? '' : `, which is there as ${article.files[0] ?? article.slug}`;
  return `"${item.keyword}" competes with "${rival}"${place} (${Math.round(likeness * 100)} % alike)`;
}

const DONE = {
  warn: 'Each gets an article of its own, out of one shared research. --on-duplicate skip, fail or merge does otherwise.',
  skip: 'They are left out.',
  merge: 'Each is treated in the article it would compete with.',
  fail: '',
} satisfies Record<OnDuplicate, string>;

/** One pair an entry. */
function namedPairs(pairs: readonly Pair[]): string[] {
  const named = pairs.slice(0, MOST_NAMED).map(describe);
  const more = pairs.length - named.length;
  return more > 0 ? [...named, `and ${more} more`] : named;
}

function pairNotes(pairs: readonly Pair[], mode: OnDuplicate): string[] {
  return [
    `${countOf(pairs)} would compete with other pages for the same searches. ${DONE[mode]}`.trim(),
    ...namedPairs(pairs),
  ];
}

/** Which keywords could not be compared as it was asked for. */
function foreignNotes(items: readonly KeywordItem[], language: string): string[] {
  const foreign = items.filter((item) => !isEnglish(item.language ?? language));
  if (foreign.length === 0) return [];
  const subject = foreign.length === 1 ? 'One keyword is' : `${foreign.length} keywords are`;
  return [`${subject} compared by words: likeness by meaning knows English only.`];
}

function countOf({ length }: readonly Pair[]): string {
  return length === 1 ? 'One keyword' : `${length} keywords`;
}

function skippedNote(count: number): string {
  const subject = count === 1 ? 'One keyword has' : `${count} keywords have`;
  return `${subject} an article in the output folder and ${count === 1 ? 'is' : 'are'} left out.`;
}

function refusal(pairs: readonly Pair[]): AppError {
  const lines = namedPairs(pairs).map((line) => `\n  ${line}`);
  return new AppError(
    'INPUT_INVALID',
    `${countOf(pairs)} would compete with other pages for the same searches:${lines.join('')}`,
    {
      suggestions: [
        'Take them out of the input, or put them into other words. Nothing was spent.',
        'Or let --on-duplicate warn, skip or merge decide.',
      ],
    },
  );
}
