import { placedParagraphs, type Article, type Paragraph } from '../core/article.ts';
import type { Dossier } from '../core/dossier.ts';
import {
  sharedRunFinder,
  type FindSharedRun,
  type SharedRun,
} from '../core/support/longest-shared-run.ts';

/** A run of words that an article has copied, with the place of the paragraph. */
export interface CopiedWords extends SharedRun {
  place: string;
  /** Number of the run in the paragraph, from 0. */
  run: number;
}

/**
 * The runs of words that stand in a source too and are longer than is allowed, outside quotations and tables: the
 * longest of each run of text. The article as a whole is looked at first, because most have none.
 */
export function findCopies(article: Article, dossier: Dossier, most: number): CopiedWords[] {
  const findRun = finderFor(dossier);
  const paragraphs = placedParagraphs(article).filter(({ paragraph }) => isOwnText(paragraph));
  const texts = paragraphs.flatMap(({ paragraph }) => paragraph.content.map(({ text }) => text));
  if (findRun(texts.join('\n'), most) === undefined) return [];
  return paragraphs.flatMap(({ place, paragraph }) =>
    paragraph.content.flatMap(({ text }, run): CopiedWords[] => {
      const shared = findRun(text, most);
      return shared === undefined ? [] : [{ ...shared, place, run }];
    }),
  );
}

/** An article is looked at once a round of its check, and once more at the end: its sources are read once. */
const finders = new WeakMap<Dossier, FindSharedRun>();

function finderFor(dossier: Dossier): FindSharedRun {
  const known = finders.get(dossier);
  if (known !== undefined) return known;
  const sources = dossier.sources.flatMap(({ id, passages }) =>
    passages.map(({ text }) => ({ id, text })),
  );
  const made = sharedRunFinder(sources);
  finders.set(dossier, made);
  return made;
}

function isOwnText({ kind }: Paragraph): boolean {
  return kind === 'text' || kind === 'item';
}
