import { foldText } from '../fold-text.ts';
import type { ScholarlyWork } from '../scholarly-work.ts';
import { webAddress } from '../web-address.ts';
import type { Pages } from './page-range.ts';
import { parseName, type PersonName } from './person-name.ts';
import { readDate, type ReferenceDate } from './reference-date.ts';
import type { ReferenceEntry } from './reference-entry.ts';
import { workKind, type ReferenceKind } from './reference-kind.ts';
import { splitAuthors } from './split-authors.ts';

/** What a reference says, before any style: one line of plain text each. */
export interface ReferenceFacts {
  kind: ReferenceKind;
  title: string;
  authors: readonly PersonName[];
  date?: ReferenceDate;
  /** Journal, book, proceedings or repository that it is in; the site of a web page. */
  venue?: string;
  volume?: string;
  issue?: string;
  pages?: Pages;
  publisher?: string;
  /** Without resolver. */
  doi?: string;
  /** Where it is found: the DOI's address, else where everybody may read it. */
  place?: { text: string; href?: string };
  accessed?: ReferenceDate;
}

/** The facts of an entry; for works as their catalogue tells them, for pages as they tell themselves. */
export function referenceFacts(entry: ReferenceEntry): ReferenceFacts {
  const { work } = entry;
  return work === undefined ? pageFacts(entry) : workFacts(entry, work);
}

/** Address of a DOI, which may hold what an address may not. */
export function doiAddress(doi: string): string {
  const path = doi.split('/').map(encodeURIComponent).join('/');
  return `https://doi.org/${path.replaceAll('%3A', ':').replaceAll('%3B', ';')}`;
}

function pageFacts(entry: ReferenceEntry): ReferenceFacts {
  const page = entry.url === undefined ? undefined : webAddress(entry.url);
  const text = foldText(page?.href ?? entry.path ?? entry.url ?? '');
  const title = foldText(entry.title) || foldText(page?.host ?? text);
  const venue = page?.host.replace(/^www\./u, '');
  return {
    kind: entry.path === undefined ? 'web' : 'document',
    title,
    authors: splitAuthors(entry.author ?? ''),
    ...defined({ date: readDate(entry.publishedAt) }),
    ...defined({ venue: venue === title ? undefined : venue }),
    // A title that was taken from the place says it already.
    ...(text !== '' && text !== title && { place: { text, ...(page && { href: page.href }) } }),
    ...defined({ accessed: page === undefined ? undefined : readDate(entry.retrievedAt) }),
  };
}

function workFacts(entry: ReferenceEntry, work: ScholarlyWork): ReferenceFacts {
  const { firstPage: first, lastPage: last } = work;
  const year = work.year ?? readDate(entry.publishedAt)?.year;
  const publisher = line(work.publisher);
  const doi = line(work.doi);
  const address = webAddress(work.openAccessUrl ?? '') ?? webAddress(entry.url ?? '');
  const href = doi === undefined ? address?.href : doiAddress(doi);
  return {
    kind: workKind(work),
    title: foldText(entry.title) || work.id,
    authors: work.authors
      .map(foldText)
      .filter((name) => name !== '')
      .map(parseName),
    ...defined({
      date: year === undefined ? undefined : { year },
      venue: withoutOwner(line(work.venue), publisher),
      volume: line(work.volume),
      issue: line(work.issue),
      publisher,
      doi,
    }),
    ...(first !== undefined && { pages: readPages(foldText(first), foldText(last ?? '')) }),
    ...(href !== undefined && {
      place: { text: doi === undefined ? href : `https://doi.org/${doi}`, href },
    }),
  };
}

/** Catalogues name the owner of a repository behind it: `arXiv (Cornell University)`. */
function withoutOwner(venue?: string, owner?: string): string | undefined {
  const [, name, behind] = /^(.+\S)\s*\(([^()]+)\)$/u.exec(venue ?? '') ?? [];
  return owner !== undefined && behind === owner ? name : venue;
}

function readPages(first: string, last: string): Pages {
  return last === '' || last === first ? { first } : { first, last };
}

function line(text?: string): string | undefined {
  return foldText(text ?? '') || undefined;
}

type Defined<T> = { [Name in keyof T]?: NonNullable<T[Name]> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
