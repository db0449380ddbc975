import { webAddress } from '../web-address.ts';
import type { ScholarlyWork } from '../scholarly-work.ts';
import { readableName } from './readable-name.ts';
import type { ReferenceEntry } from './reference-entry.ts';
import { type ReferenceFacts, doiAddress } from './reference-facts.ts';
import { referenceWords } from './reference-words.ts';
import { italic, joinPieces, plain, type RichPiece } from './rich-piece.ts';

const MOST_AUTHORS = 3;

/** A work of scholarship in this program's own style: title, authors, year, venue, DOI, how often it is cited, where it may be read. */
export function numberedReference(
  entry: ReferenceEntry,
  facts: ReferenceFacts,
  language: string,
): RichPiece[] {
  const { citedBy, openAccess } = referenceWords(language);
  const { title, date, venue, publisher, doi, place } = facts;
  const { work } = entry;
  const url = webAddress(entry.url ?? '')?.href ?? place?.href;
  const free = webAddress(work?.openAccessUrl ?? '')?.href;
  return joinPieces(
    [
      [{ text: title, ...(url !== undefined && { href: url }) }],
      plain(authorLine(facts)),
      plain(date === undefined ? '' : String(date.year)),
      venue === undefined ? plain(publisher ?? '') : italic(venue),
      doi === undefined ? [] : [{ text: `doi:${doi}`, href: doiAddress(doi) }],
      plain(countOf(work, citedBy, language)),
      free === undefined ? [] : [{ text: openAccess, href: free }],
    ],
    ', ',
  );
}

function authorLine({ authors }: ReferenceFacts): string {
  const names = authors.slice(0, MOST_AUTHORS).map((name) => readableName(name));
  return [...names, ...(authors.length > MOST_AUTHORS ? ['et al.'] : [])].join(', ');
}

function countOf(work: ScholarlyWork | undefined, phrase: string, language: string): string {
  if (work === undefined || work.citedBy === 0) return '';
  return phrase.replace('{number}', () => shownNumber(work.citedBy, language));
}

function shownNumber(value: number, language: string): string {
  try {
    return new Intl.NumberFormat(language === 'und' ? 'en' : language).format(value);
  } catch {
    return String(value);
  }
}
