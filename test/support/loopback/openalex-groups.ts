import type { OpenAlexCorpus } from './openalex-corpus.ts';
import { OpenAlexRefusal } from './openalex-errors.ts';
import { authorName, institutionName } from './openalex-work.ts';

export interface OpenAlexGroup {
  key: string;
  key_display_name: string;
  count: number;
}

type Read = (corpus: OpenAlexCorpus, work: number) => readonly (string | number)[];
type Name = (key: string | number, corpus: OpenAlexCorpus) => string;

interface Grouping {
  read: Read;
  /** The letter of ids; keys are ids then. */
  letter?: string;
  name?: Name;
}

const authors: Grouping = {
  read: (corpus, work) => corpus.authorsOf(work),
  letter: 'A',
  name: (key, corpus) => authorName(Number(key), corpus),
};
const institutions: Grouping = {
  read: (corpus, work) => [
    ...new Set(corpus.authorsOf(work).map((author) => corpus.institutionOf(author))),
  ],
  letter: 'I',
  name: (key) => institutionName(Number(key)),
};
const topics = (most: number): Grouping => ({
  read: (corpus, work) => corpus.topicsOf(work).slice(0, most),
  letter: 'T',
  name: (key, corpus) => corpus.topicName(Number(key)),
});
const plain = (read: (corpus: OpenAlexCorpus, work: number) => unknown): Grouping => ({
  read: (corpus, work) => [String(read(corpus, work))],
});
const isOpen = plain((corpus, work) => corpus.accessOf(work) !== 'closed');

const GROUPINGS: Readonly<Record<string, Grouping>> = {
  'author.id': authors,
  'authorships.author.id': authors,
  'institutions.id': institutions,
  'authorships.institutions.id': institutions,
  'topics.id': topics(9),
  'primary_topic.id': topics(1),
  publication_year: plain((corpus, work) => corpus.yearOf(work)),
  type: plain((corpus, work) => corpus.typeOf(work)),
  language: plain((corpus, work) => corpus.languageOf(work)),
  is_retracted: plain((corpus, work) => corpus.isRetracted(work)),
  has_abstract: plain((corpus, work) => corpus.hasAbstract(work)),
  is_oa: isOpen,
  'open_access.is_oa': isOpen,
};

/**
 * How many works each value of a field has, the largest group first.
 * @throws OpenAlexRefusal for a field that cannot be grouped by.
 */
export function groupWorks(
  works: readonly number[],
  field: string,
  corpus: OpenAlexCorpus,
): OpenAlexGroup[] {
  const grouping = Object.hasOwn(GROUPINGS, field) ? GROUPINGS[field] : undefined;
  if (grouping === undefined) {
    const known = Object.keys(GROUPINGS).join(', ');
    throw new OpenAlexRefusal(`'${field}' is not a valid group_by. Valid fields: ${known}.`);
  }
  const counts = new Map<string | number, number>();
  for (const work of works) {
    for (const key of grouping.read(corpus, work)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const { letter, name } = grouping;
  return [...counts]
    .map(([key, count]) => ({
      key: letter === undefined ? String(key) : `https://openalex.org/${letter}${key}`,
      key_display_name: name?.(key, corpus) ?? String(key),
      count,
    }))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}
