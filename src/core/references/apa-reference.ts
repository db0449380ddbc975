import { nameInitials } from './name-initials.ts';
import { isArticleNumber, wholeRange } from './page-range.ts';
import type { PersonName } from './person-name.ts';
import { readableName } from './readable-name.ts';
import { yearFirst, longDate } from './reference-date.ts';
import type { ReferenceFacts } from './reference-facts.ts';
import { referenceWords } from './reference-words.ts';
import { italic, joinPieces, plain, type RichPiece, sentences } from './rich-piece.ts';

/** From there on only the first names and the last one are told. */
const MOST_AUTHORS = 20;

/** Kinds that stand for themselves, whose titles are in italics. */
const PARTS = new Set(['article', 'chapter', 'proceedings']);

/** A reference after the Publication Manual of the American Psychological Association, 7th edition, chapters 9 and 10. */
export function apaReference(facts: ReferenceFacts, language: string): RichPiece[] {
  const words = referenceWords(language);
  const authors = plain(authorLine(facts.authors, language));
  const date = plain(
    `(${facts.date === undefined ? words.noDate : yearFirst(facts.date, language)})`,
  );
  const title = titleOf(facts, language);
  const head = authors.length === 0 ? [title, date] : [authors, date, title];
  // No full stop behind the address.
  return joinPieces(
    [sentences([...head, ...containerOf(facts, language)]), placeOf(facts, language)],
    ' ',
  );
}

function authorLine(authors: readonly PersonName[], language: string): string {
  const { ampersand, serialComma } = referenceWords(language);
  const names = authors.map(invertedName);
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  if (names.length > MOST_AUTHORS)
    return `${names.slice(0, MOST_AUTHORS - 1).join(', ')}, . . . ${last}`;
  return `${names.slice(0, -1).join(', ')}${serialComma ? ',' : ''} ${ampersand} ${last}`;
}

/** `van der Berg, J. Q., Jr.` */
function invertedName(name: PersonName): string {
  if (name.kind === 'group' || name.whole !== undefined || name.given === '')
    return readableName(name);
  const family = [name.particle, name.family].filter((part) => part !== undefined).join(' ');
  const initials = nameInitials(name.given);
  return [family, initials, name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function titleOf(facts: ReferenceFacts, language: string): RichPiece[] {
  const words = referenceWords(language);
  const title = PARTS.has(facts.kind) ? plain(facts.title) : italic(facts.title);
  const { publisher } = facts;
  if (facts.kind === 'dataset') return [...title, ...plain(` [${words.dataset}]`)];
  if (facts.kind !== 'dissertation') return title;
  const school = [words.dissertation, publisher].filter((part) => part !== undefined).join(', ');
  return [...title, ...plain(` [${school}]`)];
}

function containerOf(facts: ReferenceFacts, language: string): RichPiece[][] {
  const { kind, venue, publisher, authors } = facts;
  const owner = authors.length === 1 && authors[0] ? readableName(authors[0]) : undefined;
  const told = (name?: string) => plain(name === undefined || name === owner ? '' : name);
  switch (kind) {
    case 'article':
      return [periodical(facts, language)];
    case 'chapter':
    case 'proceedings':
      return venue === undefined ? [told(publisher)] : [partOf(facts, language), told(publisher)];
    case 'dissertation':
      return [told(venue === publisher ? undefined : venue)];
    case 'book':
    case 'report':
      return [told(publisher ?? venue)];
    default:
      return [told(venue ?? publisher)];
  }
}

/** `*Journal*, *12*(3), 45–67` */
function periodical(
  { venue, volume, issue, pages }: ReferenceFacts,
  language: string,
): RichPiece[] {
  const { article } = referenceWords(language);
  const number = issue === undefined ? [] : plain(`(${issue})`);
  const where =
    pages === undefined
      ? ''
      : isArticleNumber(pages)
        ? `${article} ${pages.first}`
        : wholeRange(pages);
  return joinPieces(
    [italic(venue ?? ''), [...italic(volume ?? ''), ...number], plain(where)],
    ', ',
  );
}

/** `In *Book* (Vol. 3, pp. 45–67)` */
function partOf({ venue = '', volume, pages }: ReferenceFacts, language: string): RichPiece[] {
  const words = referenceWords(language);
  const label = pages?.last === undefined ? words.page : words.pages;
  const details = [
    volume === undefined ? '' : `${capital(words.volume)} ${volume}`,
    pages === undefined
      ? ''
      : isArticleNumber(pages)
        ? `${words.article} ${pages.first}`
        : `${label} ${wholeRange(pages)}`,
  ].filter((detail) => detail !== '');
  const behind = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return [...plain(`${words.in} `), ...italic(venue), ...plain(behind)];
}

/** A page without a date may change: then it is told when it was read. */
function placeOf({ place, date, accessed, kind }: ReferenceFacts, language: string): RichPiece[] {
  if (place === undefined) return [];
  if (kind !== 'web' || date !== undefined || accessed === undefined) return [place];
  const [before = '', behind = ''] = referenceWords(language)
    .retrieved.replace('{date}', () => longDate(accessed, language))
    .split('{address}');
  return [...plain(before), place, ...plain(behind)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
