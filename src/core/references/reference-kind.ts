import type { ScholarlyWork } from '../scholarly-work.ts';

/** What decides how a reference is set. */
export type ReferenceKind =
  | 'article'
  | 'book'
  | 'chapter'
  | 'proceedings'
  | 'preprint'
  | 'dissertation'
  | 'report'
  | 'dataset'
  | 'web'
  | 'document';

/** By the types of OpenAlex and of Crossref, which it takes over in part. */
const KINDS: ReadonlyMap<string, ReferenceKind> = new Map<string, ReferenceKind>([
  ...(
    [
      'article',
      'review',
      'letter',
      'editorial',
      'erratum',
      'peer-review',
      'journal-article',
      'data-paper',
    ] as const
  ).map((type) => [type, 'article'] as const),
  ...(
    ['book', 'monograph', 'edited-book', 'reference-book', 'book-set', 'proceedings'] as const
  ).map((type) => [type, 'book'] as const),
  ...(['book-chapter', 'book-section', 'book-part', 'reference-entry'] as const).map(
    (type) => [type, 'chapter'] as const,
  ),
  ...(['proceedings-article', 'conference-paper', 'conference-abstract'] as const).map(
    (type) => [type, 'proceedings'] as const,
  ),
  ...(['preprint', 'posted-content'] as const).map((type) => [type, 'preprint'] as const),
  ...(['dataset', 'database'] as const).map((type) => [type, 'dataset'] as const),
  ['dissertation', 'dissertation'],
  ['report', 'report'],
]);

const PROCEEDINGS =
  /\b(?:proceedings|conference|symposium|workshop|congress|tagungsband|actes|atti)\b/iu;

/** Catalogues tell papers of conferences as articles: those have no volume. */
export function workKind({ type, venue, volume, issue, firstPage }: ScholarlyWork): ReferenceKind {
  const kind = KINDS.get(type.toLowerCase());
  if (kind === 'article' && volume === undefined && PROCEEDINGS.test(venue ?? ''))
    return 'proceedings';
  if (kind !== undefined) return kind;
  const isPart = venue !== undefined && (volume ?? issue ?? firstPage) !== undefined;
  return isPart ? 'article' : 'report';
}
