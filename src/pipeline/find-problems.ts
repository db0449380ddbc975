import { placedParagraphs, type Article } from '../core/article.ts';
import { cutText } from '../core/cut-text.ts';
import { longestSharedRun } from '../core/support/longest-shared-run.ts';
import type { SentenceSupport, SupportReport } from '../core/support.ts';
import type { Dossier } from '../core/dossier.ts';
import type { RevisionProblem } from '../writing/article-writer.ts';
import { findRepetitions } from '../writing/find-repetitions.ts';
import { isDoubtful } from './is-doubtful.ts';

/** Of a sentence in a message. */
const SHOWN_CHARACTERS = 300;

/**
 * What the writer has to mend, part by part: sentences that the sources do not bear out, copied runs of words, and
 * repetitions. Sentences that are borne out in part are told only where the part is written again anyway: a revision for
 * them alone is not worth its price.
 */
export function findProblems(
  article: Article,
  report: SupportReport,
  { dossier, maxVerbatim }: { dossier: Dossier; maxVerbatim: number },
): RevisionProblem[] {
  const certain = [
    ...report.sentences.filter(({ verdict }) => isDoubtful(verdict)).map(describe),
    ...copies(article, dossier, maxVerbatim),
    ...findRepetitions(article),
  ];
  const parts = new Set(certain.map(({ part }) => part));
  const partial = report.sentences
    .filter(({ verdict, place }) => verdict === 'partly' && parts.has(partOf(place)))
    .map(describe);
  return [...certain, ...partial];
}

/** `sections.2` of `sections.2.paragraphs.1`, `faq.0` of `faq.0.answer.0`, `introduction` of `introduction.0`. */
function partOf(place: string): string {
  const [name = '', number] = place.split('.');
  return name === 'sections' || name === 'faq' ? `${name}.${number}` : name;
}

function describe({ place, text, reason }: SentenceSupport): RevisionProblem {
  return { part: partOf(place), message: `"${cutText(text, SHOWN_CHARACTERS)}": ${reason}` };
}

function copies(article: Article, dossier: Dossier, maxVerbatim: number): RevisionProblem[] {
  return placedParagraphs(article).flatMap(({ place, paragraph }) => {
    if (paragraph.kind !== 'text' && paragraph.kind !== 'item') return [];
    return paragraph.content.flatMap(({ text }): RevisionProblem[] => {
      const shared = longestSharedRun(text, dossier.sources);
      if (shared === undefined || shared.words <= maxVerbatim) return [];
      const words = cutText(shared.text, SHOWN_CHARACTERS);
      const message = `"${words}" is copied from ${shared.sourceId}, ${shared.words} words in a row: say it in other words.`;
      return [{ part: partOf(place), message }];
    });
  });
}
