import { cutText } from '../../core/cut-text.ts';
import type { Source } from '../../core/dossier.ts';
import { foldText } from '../../core/fold-text.ts';

const MOST_HEADINGS = 8;
const HEADING_LENGTH = 70;
const EXCERPTS = 3;
/** Characters a token has in prose, about. */
const PER_TOKEN = 4;

/** What a plan has to know of a source: its headings and the beginnings of its best passages, in so many tokens. */
export function digestSource({ passages }: Source, tokens: number): string {
  const headings = new Set(passages.flatMap(({ heading = '' }) => (heading ? [heading] : [])));
  const outline = [...headings]
    .slice(0, MOST_HEADINGS)
    .map((heading) => cutText(foldText(heading), HEADING_LENGTH))
    .join(' · ');
  const best = passages
    .toSorted((left, right) => right.score - left.score)
    .slice(0, EXCERPTS)
    .toSorted((left, right) => left.start - right.start);
  const room = Math.max(80, Math.floor((tokens * PER_TOKEN - outline.length) / best.length));
  const excerpts = best.map(({ text }) => cutText(foldText(text.slice(0, room * 4)), room));
  return [...(outline === '' ? [] : [`Headings: ${outline}`]), ...excerpts].join('\n');
}
