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

/**
 * The research step of one keyword: derives its questions from the template, searches, ranks. A keyword that shares the
 * pool of its cluster searches what the first of the cluster searches, word for word, so that the answers are there
 * already or are waited for; it ranks what was found by its own words.
 */
export async function researchItem(
  item: PlannedItem,
  options: ItemResearch,
  calls: CallScope,
  progress: (done: number, total: number) => void,
): Promise<Dossier> {
  const { template, ...rest } = options;
  const { keyword, pool, alsoFor = [] } = item;
  const questionsOn = (subject: string) => [subject, ...deriveQuestions(subject, template)];
  const [first = keyword, ...others] = questionsOn(keyword);
  const own = { keyword, questions: [first, ...alsoFor, ...others] };
  const searched = pool === undefined ? own : { keyword: pool, questions: questionsOn(pool) };
  return researchKeyword(
    {
      ...rest,
      ...searched,
      rankBy: pool === undefined ? undefined : own,
      slug: item.slug,
      plainText: async (markdown) => (await readMarkdown(markdown)).text,
      cut: (text) => cutPassages(text, options.language),
    },
    calls,
    progress,
  );
}
