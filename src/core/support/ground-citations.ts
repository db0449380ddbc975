import type { Article, Citation, CitedText, Paragraph } from '../article.ts';
import type { Dossier } from '../dossier.ts';
import type { Evidence, SentenceSupport, SupportReport } from '../support.ts';
import { checkClaim } from './check-claim.ts';
import { passagesOf } from './check-support.ts';

/**
 * The article with the very words behind each citation: citations that lack their passage or its words get those of
 * the report's evidence, or else of the place in their own source that is nearest to the text. A citation with words of its own, and one
 * whose source has nothing near, stays as it is.
 */
export function groundCitations(
  article: Article,
  report: SupportReport,
  dossier: Dossier,
): Article {
  const sources = new Map(dossier.sources.map((source) => [source.id, source]));
  const evidence = evidenceByRun(report.sentences);
  const ground = (citation: Citation, run: CitedText, key: string): Citation => {
    if (
      citation.start !== undefined &&
      citation.end !== undefined &&
      citation.passageId !== undefined
    )
      return citation;
    const fits = ({ sourceId, passageId }: Evidence) =>
      sourceId === citation.sourceId &&
      (citation.passageId === undefined || passageId === citation.passageId);
    const found =
      evidence.get(key)?.find(fits) ??
      checkClaim(run.text, passagesOf([citation], sources), article.language).evidence;
    if (found === undefined || !fits(found)) return citation;
    return { ...citation, passageId: found.passageId, start: found.start, end: found.end };
  };
  const paragraphs = (prefix: string, list: readonly Paragraph[]): Paragraph[] =>
    list.map((paragraph, index) => ({
      ...paragraph,
      content: paragraph.content.map((run, number) => {
        const key = `${prefix}.${index} ${paragraph.kind === 'row' ? 0 : number}`;
        return { ...run, citations: run.citations.map((citation) => ground(citation, run, key)) };
      }),
    }));
  return {
    ...article,
    introduction: paragraphs('introduction', article.introduction),
    sections: article.sections.map((section, index) => ({
      ...section,
      paragraphs: paragraphs(`sections.${index}.paragraphs`, section.paragraphs),
    })),
    faq: article.faq.map((entry, index) => ({
      ...entry,
      answer: paragraphs(`faq.${index}.answer`, entry.answer),
    })),
    conclusion: paragraphs('conclusion', article.conclusion),
  };
}

/** What bears out the sentences of each run, in their order; words against a sentence do not count. */
function evidenceByRun(sentences: readonly SentenceSupport[]): Map<string, Evidence[]> {
  const found = new Map<string, Evidence[]>();
  for (const { place, run, claims } of sentences) {
    const key = `${place} ${run}`;
    for (const { verdict, evidence } of claims) {
      if (evidence === undefined || (verdict !== 'supported' && verdict !== 'partly')) continue;
      const list = found.get(key);
      if (list === undefined) found.set(key, [evidence]);
      else list.push(evidence);
    }
  }
  return found;
}
