import type { ArticleTemplate } from '../core/article-template.ts';
import type { Dossier } from '../core/dossier.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { CallScope } from '../providers/call.ts';
import { deriveQuestions } from '../research/derive-questions.ts';
import { cutPassages } from '../documents/cut-passages.ts';
import { readMarkdown } from '../documents/read-markdown.ts';
import { researchKeyword, type ResearchOptions } from '../research/research-keyword.ts';

export interface ItemResearch extends Pick<
  ResearchOptions,
  'searches' | 'given' | 'fanOut' | 'maxSources' | 'maxTokens' | 'createdAt' | 'hash' | 'language'
> {
  template: ArticleTemplate;
}

/** The research step of one keyword: derives its questions from the template, searches, ranks. */
export async function researchItem(
  item: PlannedItem,
  options: ItemResearch,
  calls: CallScope,
  progress: (done: number, total: number) => void,
): Promise<Dossier> {
  const { template, ...rest } = options;
  const questions = [item.keyword, ...deriveQuestions(item.keyword, template)];
  return researchKeyword(
    {
      ...rest,
      keyword: item.keyword,
      slug: item.slug,
      questions,
      plainText: async (markdown) => (await readMarkdown(markdown)).text,
      cut: (text) => cutPassages(text, options.language),
    },
    calls,
    progress,
  );
}
