import type { Article } from '../core/article.ts';
import { cutText } from '../core/cut-text.ts';
import type { Dossier } from '../core/dossier.ts';
import { findRepetitions } from '../core/find-repetitions.ts';
import type { SentenceSupport, SupportReport } from '../core/support.ts';
import type { RevisionProblem } from '../writing/article-writer.ts';
import { findCopies, type CopiedWords } from './copied-words.ts';
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
  const certain: RevisionProblem[] = [
    ...report.sentences.filter(({ verdict }) => isDoubtful(verdict)).map(describeDoubt),
    ...findCopies(article, dossier, maxVerbatim).map(describeCopy),
    ...findRepetitions(article).map(({ part, message }) => ({ part, message })),
  ];
  const parts = new Set(certain.map(({ part }) => part));
  const partial = report.sentences
    .filter(({ verdict, place }) => verdict === 'partly' && parts.has(partOf(place)))
    .map(describeDoubt);
  return [...certain, ...partial];
}

/** `sections.2` of `sections.2.paragraphs.1`, `faq.0` of `faq.0.answer.0`, `introduction` of `introduction.0`. */
function partOf(place: string): string {
  const [name = '', number] = place.split('.');
  return name === 'sections' || name === 'faq' ? `${name}.${number}` : name;
}

function describeDoubt({ place, text, reason }: SentenceSupport): RevisionProblem {
  return { part: partOf(place), message: `“${cutText(text, SHOWN_CHARACTERS)}”: ${reason}` };
}

function describeCopy({ place, text, words, sourceId }: CopiedWords): RevisionProblem {
  const shown = cutText(text, SHOWN_CHARACTERS);
  const message = `“${shown}” is copied from ${sourceId}, ${words} words in a row: say it in other words.`;
  return { part: partOf(place), message };
}
