import { readableName } from './readable-name.ts';
import type { PersonName } from './person-name.ts';
import type { ReferenceDate } from './reference-date.ts';
import type { ReferenceEntry } from './reference-entry.ts';
import { referenceFacts } from './reference-facts.ts';
import type { ReferenceKind } from './reference-kind.ts';

export interface CslName {
  family?: string;
  given?: string;
  'non-dropping-particle'?: string;
  suffix?: string;
  /** An organisation, or a name that cannot be parted. */
  literal?: string;
}

interface CslDate {
  'date-parts': [[number, number?, number?]];
}

/** An item of CSL-JSON (schema 1.0.2), the data that reference managers exchange. Plain text throughout. */
export interface CslJson {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  issued?: CslDate;
  accessed?: CslDate;
  'container-title'?: string;
  publisher?: string;
  volume?: string;
  issue?: string;
  page?: string;
  genre?: string;
  DOI?: string;
  URL?: string;
  note?: string;
}

const TYPES: Readonly<Record<ReferenceKind, string>> = {
  article: 'article-journal',
  book: 'book',
  chapter: 'chapter',
  proceedings: 'paper-conference',
  preprint: 'article',
  dissertation: 'thesis',
  report: 'report',
  dataset: 'dataset',
  web: 'webpage',
  document: 'document',
};

/** Kinds that are parts of what is their venue; for others it publishes them. */
const PARTS: ReadonlySet<ReferenceKind> = new Set(['article', 'chapter', 'proceedings', 'web']);

/** A source or a work as an item of CSL-JSON. Its `id` is the number of the work, else its address or path. */
export function toCslJson(entry: ReferenceEntry): CslJson {
  const facts = referenceFacts(entry);
  const { kind, authors, date, accessed, pages, place, venue } = facts;
  const isPart = PARTS.has(kind);
  const publisher = isPart ? facts.publisher : publisherOf(kind, facts.publisher, venue);
  const page = pages && (pages.last === undefined ? pages.first : `${pages.first}-${pages.last}`);
  return {
    id: entry.work?.id ?? entry.url ?? entry.path ?? facts.title,
    type: TYPES[kind],
    title: facts.title,
    ...(authors.length > 0 && { author: authors.map(cslName) }),
    ...(date !== undefined && { issued: cslDate(date) }),
    ...(accessed !== undefined && { accessed: cslDate(accessed) }),
    ...(isPart && venue !== undefined && { 'container-title': venue }),
    ...(publisher !== undefined && { publisher }),
    ...(facts.volume !== undefined && { volume: facts.volume }),
    ...(facts.issue !== undefined && { issue: facts.issue }),
    ...(page !== undefined && { page }),
    ...(kind === 'preprint' && { genre: 'preprint' }),
    ...(facts.doi !== undefined && { DOI: facts.doi }),
    ...(place?.href !== undefined && { URL: place.href }),
    ...(kind === 'document' && entry.path !== undefined && { note: entry.path }),
  };
}

/** Books and reports have publishers; preprints and data have repositories. */
function publisherOf(kind: ReferenceKind, publisher?: string, venue?: string): string | undefined {
  const isHeld = kind === 'preprint' || kind === 'dataset';
  return isHeld ? (venue ?? publisher) : (publisher ?? venue);
}

function cslName(name: PersonName): CslName {
  if (name.kind === 'group') return { literal: name.name };
  const { given, particle, family, suffix } = name;
  if (given === '' && particle === undefined) return { literal: readableName(name) };
  return {
    family,
    ...(given !== '' && { given }),
    ...(particle !== undefined && { 'non-dropping-particle': particle }),
    ...(suffix !== undefined && { suffix }),
  };
}

function cslDate({ year, month, day }: ReferenceDate): CslDate {
  if (month === undefined) return { 'date-parts': [[year]] };
  return { 'date-parts': [day === undefined ? [year, month] : [year, month, day]] };
}
