import { estimateTokens } from '../../core/estimate-tokens.ts';
import { ARTICLE_TOKENS } from '../../core/expected-writing.ts';
import type { Outline } from '../../core/outline.ts';
import type { WritingEstimate } from '../../core/summary.ts';
import { sectionCount, wordShares } from '../../core/writing-plan.ts';
import type { ChatMessage } from '../../providers/chat-model.ts';
import type { WriteRequest } from '../article-writer.ts';
import type { ArticlePrompts } from './article-prompts.ts';
import { partGroups } from './plan-parts.ts';
import { partsRequest } from './write-parts.ts';

/** A section is rarely planned with more. */
const SOURCES_A_SECTION = 3;
const TITLE_AND_DESCRIPTION_WORDS = 30;

/** What writing about a dossier will probably take: the prompts of an article with as many sections as are wanted. */
export function estimateWriting(request: WriteRequest, prompts: ArticlePrompts): WritingEstimate {
  const { template } = request;
  const outline = standIn(request);
  const groups = partGroups(outline, template);
  const words = wordShares(template, outline.sections.length);
  const { perWord, perWordRead, perPlanned } = ARTICLE_TOKENS;
  const bodyWords = outline.sections.length * words.section;
  const sent = [
    prompts.outline(request),
    ...groups.map((group) => prompts.parts(request, partsRequest(request, outline, group))),
    prompts.closing(request, []),
  ].map(tokensOf);
  const inputTokens = sent.reduce((sum, tokens) => sum + tokens, bodyWords * perWordRead);
  const written =
    bodyWords +
    outline.faq.length * words.answer +
    words.introduction +
    words.conclusion +
    TITLE_AND_DESCRIPTION_WORDS;
  const planned = outline.sections.length + outline.faq.length;
  return {
    calls: groups.length + 2,
    inputTokens: Math.round(inputTokens),
    outputTokens: Math.round(written * perWord + planned * perPlanned),
  };
}

function tokensOf(messages: readonly ChatMessage[]): number {
  return estimateTokens(messages.map(({ content }) => content).join('\n'));
}

/** An outline before there is one: the readers' questions as headings, the sources in turn. */
function standIn({ item, dossier, template }: WriteRequest): Outline {
  const ids = dossier.sources.map(({ id }) => id);
  const sourcesFrom = (start: number) =>
    Array.from(
      { length: Math.min(SOURCES_A_SECTION, ids.length) },
      (_, index) => ids[(start + index) % ids.length] ?? '',
    );
  const questionOf = (index: number) =>
    dossier.questions[(index + 1) % dossier.questions.length] ?? item.keyword;
  return {
    sections: Array.from({ length: sectionCount(template) }, (_, index) => ({
      heading: questionOf(index),
      points: dossier.questions.slice(0, 3),
      sourceIds: sourcesFrom(index),
    })),
    faq: Array.from({ length: template.faq }, (_, index) => ({
      question: questionOf(index),
      sourceIds: sourcesFrom(index),
    })),
  };
}
