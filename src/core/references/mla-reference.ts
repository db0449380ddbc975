import { isArticleNumber, mlaRange } from './page-range.ts';
import type { PersonName } from './person-name.ts';
import { quotedTitle } from './quoted-title.ts';
import { readableName, sortableName } from './readable-name.ts';
import { dayFirst } from './reference-date.ts';
import type { ReferenceFacts } from './reference-facts.ts';
import { referenceWords } from './reference-words.ts';
import { italic, isClosed, joinPieces, plain, type RichPiece, sentences } from './rich-piece.ts';

/** Kinds whose titles stand in quotation marks, because they are parts of something. */
const PARTS = new Set(['article', 'chapter', 'proceedings', 'preprint', 'web']);

/** An entry of the works cited after the MLA Handbook, 9th edition, chapter 5: author, title, containers, what else is worth it. */
export function mlaReference(facts: ReferenceFacts, language: string): RichPiece[] {
  const { kind } = facts;
  const author = isOwnPublisher(facts) ? '' : authorLine(facts.authors, language);
  const title = PARTS.has(kind) ? quotedTitle(facts.title, language) : closed(italic(facts.title));
  return joinPieces(
    [
      sentences([plain(author)]),
      title,
      ...containersOf(facts, language).map(ended),
      ended(plain(optionalElement(facts, language))),
    ],
    ' ',
  );
}

/** What a reader may want to know beside: of a page that does not tell its date, when it was read. */
function optionalElement({ kind, date, accessed }: ReferenceFacts, language: string): string {
  const words = referenceWords(language);
  if (kind === 'preprint') return words.preprint;
  if (kind === 'dataset') return words.dataset;
  if (kind !== 'web' || date !== undefined || accessed === undefined) return '';
  return words.accessed.replace('{date}', () => dayFirst(accessed, language));
}

/** An organisation that publishes its own work is told as its publisher only. */
function isOwnPublisher({ authors, publisher, venue }: ReferenceFacts): boolean {
  const [only] = authors;
  return authors.length === 1 && only?.kind === 'group' && only.name === (publisher ?? venue);
}

function authorLine(authors: readonly PersonName[], language: string): string {
  const [first, second] = authors;
  if (first === undefined) return '';
  if (authors.length > 2) return `${sortableName(first)}, et al.`;
  if (second === undefined) return sortableName(first);
  return `${sortableName(first)}, ${referenceWords(language).and} ${readableName(second, ', ')}`;
}

/** Each is a series of elements with commas between them. */
function containersOf(facts: ReferenceFacts, language: string): RichPiece[][] {
  const words = referenceWords(language);
  const { kind, venue, volume, issue, pages, publisher, date, place } = facts;
  const year = plain(date === undefined ? '' : dayFirst(date, language));
  const label = pages?.last === undefined ? words.page : words.pages;
  const where = plain(
    pages === undefined
      ? ''
      : isArticleNumber(pages)
        ? `${inSentence(words.article, language)} ${pages.first}`
        : `${label} ${mlaRange(pages)}`,
  );
  const location = place === undefined ? [] : [place];
  const list = (...elements: RichPiece[][]) => joinPieces(elements, ', ');
  const numbers = [
    plain(volume === undefined ? '' : `${words.volume} ${volume}`),
    plain(issue === undefined ? '' : `${words.issue} ${issue}`),
  ];
  switch (kind) {
    case 'article':
      return [capitalised(list(italic(venue ?? ''), ...numbers, year, where, location))];
    case 'chapter':
    case 'proceedings':
      return [list(italic(venue ?? ''), ...numbers, plain(publisher ?? ''), year, where, location)];
    case 'dissertation': {
      const school = list(plain(publisher ?? ''), plain(inSentence(words.dissertation, language)));
      const archive = venue === publisher ? [] : italic(venue ?? '');
      return [year, capitalised(school), list(archive, location)];
    }
    case 'preprint':
    case 'web':
      return [list(italic(venue ?? publisher ?? ''), year, location)];
    case 'dataset':
    case 'document':
      return [list(plain(venue ?? publisher ?? ''), year, location)];
    default:
      return [list(plain(publisher ?? venue ?? ''), year, location)];
  }
}

/** German writes its nouns with a capital everywhere. */
function inSentence(noun: string, language: string): string {
  return /^de\b/iu.test(language) ? noun : noun.toLowerCase();
}

/** Titles and addresses stay as they are. */
function capitalised(pieces: readonly RichPiece[]): RichPiece[] {
  return pieces.map((piece, index) =>
    index === 0 && piece.italic === undefined && piece.href === undefined
      ? { ...piece, text: piece.text.charAt(0).toUpperCase() + piece.text.slice(1) }
      : piece,
  );
}

function closed(title: readonly RichPiece[]): RichPiece[] {
  return isClosed(title.at(-1)?.text ?? '.') ? [...title] : [...title, { text: '.' }];
}

/** Ends with a full stop even behind an address. */
function ended(pieces: readonly RichPiece[]): RichPiece[] {
  const last = pieces.at(-1);
  if (last === undefined || (last.href === undefined && isClosed(last.text))) return [...pieces];
  return [...pieces, { text: '.' }];
}
