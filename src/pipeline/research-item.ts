import type { ArticleTemplate } from '../core/article-template.ts';
import type { Dossier } from '../core/dossier.ts';
import { QUICK_BOUNDS, type ResearchDepth } from '../core/research-depth.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { CallScope } from '../providers/call.ts';
import { deriveQuestions } from '../research/derive-questions.ts';
import { cutPassages } from '../documents/cut-passages.ts';
import { readMarkdown } from '../documents/read-markdown.ts';
import {
  researchKeyword,
  type DeepResearchOptions,
  type ResearchOptions,
} from '../research/research-keyword.ts';

export interface ItemResearch extends Pick<
  ResearchOptions,
  'searches' | 'given' | 'fanOut' | 'maxSources' | 'maxTokens' | 'createdAt' | 'hash' | 'language'
> {
  template: ArticleTemplate;
  /** `standard` where nothing is said. */
  depth?: ResearchDepth;
  /** For deep research. */
  readPages?: DeepResearchOptions['readPages'];
  sites?: DeepResearchOptions['sites'];
}

/** Questions of a template that deep research looks for answers to. */
const MOST_WANTED = 12;

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
  const { template, depth, readPages, sites = [], ...rest } = options;
  const { keyword, pool, alsoFor = [] } = item;
  const isQuick = depth === 'quick';
  const limit = isQuick ? { limit: QUICK_BOUNDS.questions } : {};
  const questionsOn = (subject: string) => [subject, ...deriveQuestions(subject, template, limit)];
  const [first = keyword, ...others] = questionsOn(keyword);
  const own = { keyword, questions: [first, ...alsoFor, ...others] };
  const searched = pool === undefined ? own : { keyword: pool, questions: questionsOn(pool) };
  const wanted = deriveQuestions(searched.keyword, template, { limit: MOST_WANTED });
  return researchKeyword(
    {
      ...rest,
      ...searched,
      searches: isQuick ? rest.searches.map(withFewResults) : rest.searches,
      isOneRound: isQuick,
      deep: depth === 'deep' ? { wanted, readPages, sites } : undefined,
      rankBy: pool === undefined ? undefined : own,
      slug: item.slug,
      plainText: async (markdown) => (await readMarkdown(markdown)).text,
      cut: (text) => cutPassages(text, options.language),
    },
    calls,
    progress,
  );
}

type Search = ItemResearch['searches'][number];

function withFewResults({ provider, maxResults }: Search): Search {
  return { provider, maxResults: Math.min(maxResults, QUICK_BOUNDS.results) };
}
