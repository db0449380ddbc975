import type { PageBlock, PageFaqEntry, PageHeading, PageText } from './page.ts';

/** How pages name their questions and answers, in lower case. */
const FAQ_NAMES =
  /\bfaqs?\b|\bq\s*&\s*a\b|frequently asked|common questions|häufig(?:e|ste)? (?:gestellte )?fragen|fragen und antworten|questions fréquentes|foire aux questions|preguntas frecuentes|perguntas frequentes|domande frequenti|veelgestelde vragen|często zadawane|najczęściej zadawane|よくある(?:ご)?質問|常见问题|常見問題|자주 묻는 질문|الأسئلة الشائعة/u;

const QUESTION = /[?？؟]\s*$/u;

/**
 * The questions of a page with their answers: the headings below one that is named as such, and what opens on a
 * click (`summary`) and is a question.
 */
export function findFaq(
  headings: readonly PageHeading[],
  blocks: readonly PageBlock[],
  summaries: readonly PageText[],
): PageFaqEntry[] {
  const entries: PageFaqEntry[] = [];
  let inside: number | undefined;
  for (const [index, heading] of headings.entries()) {
    if (inside !== undefined && heading.level > inside) {
      const answer = blocks.slice(heading.position, headings[index + 1]?.position);
      entries.push({ ...entryOf(heading), answer: answer.map(({ text }) => text).join(' ') });
    } else inside = FAQ_NAMES.test(heading.text.toLowerCase()) ? heading.level : undefined;
  }
  for (const summary of summaries) {
    if (QUESTION.test(summary.text)) entries.push({ ...entryOf(summary), answer: '' });
  }
  return entries;
}

function entryOf({ text, line }: PageText): Pick<PageFaqEntry, 'question' | 'line'> {
  return { question: text, ...(line !== undefined && { line }) };
}
