import type { Citation } from '../core/article.ts';
import type { Dossier } from '../core/dossier.ts';
import type { Page } from './page.ts';
import { citationResolver } from './resolve-citation.ts';

/** A sentence of a page with the sources of the dossier that it cites. */
export interface CitedSentence {
  text: string;
  line?: number;
  citations: readonly Citation[];
  /** Marks that lead to no source of the dossier, as they stand in the page: `1`, `#source-1`. */
  unresolved: readonly string[];
}

/** The sentences of a page in reading order, headings, heads of tables and the list of sources left out. */
export function citedSentences(page: Page, dossier: Dossier): CitedSentence[] {
  const resolve = citationResolver(page, dossier);
  return page.blocks
    .filter(({ kind }) => kind !== 'head')
    .flatMap(({ sentences }) => sentences)
    .map(({ text, line, marks }) => {
      const ids = marks.map((mark) => resolve(mark)?.id);
      return {
        text,
        ...(line !== undefined && { line }),
        citations: [...new Set(ids)]
          .filter((sourceId) => sourceId !== undefined)
          .map((sourceId) => ({ sourceId })),
        unresolved: marks.filter((_mark, index) => ids[index] === undefined),
      };
    });
}
