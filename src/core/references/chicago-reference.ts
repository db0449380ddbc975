import { chicagoRange } from './page-range.ts';
import type { PersonName } from './person-name.ts';
import { quotedTitle } from './quoted-title.ts';
import { readableName, sortableName } from './readable-name.ts';
import { longDate } from './reference-date.ts';
import type { ReferenceFacts } from './reference-facts.ts';
import { referenceWords } from './reference-words.ts';
import { italic, joinPieces, plain, type RichPiece, sentences } from './rich-piece.ts';

/** All of so many are named; of more only the first seven (14.76). */
const MOST_AUTHORS = 10;
const NAMED_OF_MORE = 7;

/** Kinds whose titles are in italics; those of all others stand in quotation marks. */
const WHOLE = new Set(['book', 'report']);

/** An entry of the bibliography after The Chicago Manual of Style, 17th edition, notes and bibliography (chapter 14). */
export function chicagoReference(facts: ReferenceFacts, language: string): RichPiece[] {
  const title = WHOLE.has(facts.kind) ? italic(facts.title) : quotedTitle(facts.title, language);
  const entry = sentences([
    plain(authorLine(facts.authors, language)),
    title,
    ...publicationOf(facts, language),
  ]);
  const { place } = facts;
  return place === undefined ? entry : [...entry, { text: ' ' }, place, { text: '.' }];
}

function authorLine(authors: readonly PersonName[], language: string): string {
  const { and } = referenceWords(language);
  const isCut = authors.length > MOST_AUTHORS;
  const names = (isCut ? authors.slice(0, NAMED_OF_MORE) : authors).map((name, index) =>
    index === 0 ? sortableName(name) : readableName(name),
  );
  const last = names.at(-1) ?? '';
  if (isCut) return `${names.join(', ')}, et al.`;
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}, ${and} ${last}`;
}

function publicationOf(facts: ReferenceFacts, language: string): RichPiece[][] {
  const words = referenceWords(language);
  const { kind, venue, volume, pages, publisher, date, authors, accessed } = facts;
  const [only] = authors;
  const owner = authors.length === 1 && only !== undefined ? readableName(only) : undefined;
  const site = plain(venue === undefined || venue === owner ? '' : venue);
  const when = date === undefined ? words.noDate : longDate(date, language);
  const listed = (...parts: (string | undefined)[]) => {
    const text = parts.filter((part) => part !== undefined && part !== '').join(', ');
    return plain(text === words.noDate ? capital(text) : text);
  };
  switch (kind) {
    case 'article':
      return [periodical(facts, when, language)];
    case 'chapter':
    case 'proceedings':
      return [
        venue === undefined
          ? []
          : joinPieces(
              [
                [...plain(`${words.in} `), ...italic(venue)],
                plain(volume === undefined ? '' : `${words.volume} ${volume}`),
                plain(pages === undefined ? '' : chicagoRange(pages)),
              ],
              ', ',
            ),
        listed(publisher, when),
      ];
    case 'preprint':
      return [listed(words.preprint, venue ?? publisher, when)];
    case 'dissertation':
      return [listed(words.dissertation, publisher ?? venue, when)];
    case 'dataset':
      return [plain(words.dataset), listed(venue ?? publisher, when)];
    case 'web':
      return date === undefined && accessed !== undefined
        ? [site, plain(words.accessed.replace('{date}', () => longDate(accessed, language)))]
        : [site, plain(date === undefined ? '' : when)];
    case 'document':
      return [plain(date === undefined ? '' : when)];
    default:
      return [listed(publisher ?? venue, when)];
  }
}

/** `*Journal* 12, no. 3 (2019): 45–67` */
function periodical(
  { venue = '', volume, issue, pages }: ReferenceFacts,
  when: string,
  language: string,
): RichPiece[] {
  const words = referenceWords(language);
  const range = pages === undefined ? '' : chicagoRange(pages);
  const number = issue === undefined ? '' : `${words.issue} ${issue}`;
  if (volume === undefined && issue === undefined) {
    return joinPieces([italic(venue), plain(when), plain(range)], ', ');
  }
  const numbers = [volume === undefined ? '' : ` ${volume}`, number === '' ? '' : `, ${number}`];
  const behind = range === '' ? '' : `: ${range}`;
  return [...italic(venue), ...plain(`${numbers.join('')} (${when})${behind}`)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
