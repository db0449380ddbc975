import type { ArticleTemplate } from '../core/article-template.ts';
import type { Article } from '../core/article.ts';
import type { Dossier } from '../core/dossier.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { WritingEstimate } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';
import type { ArticleWriter, WriteRequest } from '../writing/article-writer.ts';
import type { ItemScope, StepTools } from './item-scope.ts';
import type { StepInput } from './step-memory.ts';

/** What the steps of an article are made with; each is one function of its own room. */
export interface ArticleTools {
  research: (item: PlannedItem, template: ArticleTemplate, step: StepTools) => Promise<Dossier>;
  /** All that decides what the research finds. */
  researchInput: (item: PlannedItem, template: ArticleTemplate) => StepInput;
  writer: ArticleWriter;
  /** All that decides what the writer makes. */
  writeInput: (request: WriteRequest) => StepInput;
  templateOf: (item: PlannedItem) => ArticleTemplate;
  languageOf: (item: PlannedItem) => string;
  /** Writes the dossier's file and gives its path. */
  saveDossier: (dossier: Dossier) => Promise<string>;
  /** Writes the article in every wanted format and gives the paths and the number of words. */
  saveArticle: (
    article: Article,
    context: { item: PlannedItem; dossier: Dossier; usage: Usage },
  ) => Promise<{ files: string[]; words: number }>;
}

/** What became of one keyword. */
export interface ArticleResult {
  files: readonly string[];
  title?: string;
  words?: number;
  /** After research only: what the writing would consume. */
  writing?: WritingEstimate;
}

/** One keyword's way to an article: research, write, render. */
export async function makeArticle(scope: ItemScope, tools: ArticleTools): Promise<ArticleResult> {
  const { item } = scope;
  const template = tools.templateOf(item);
  const dossier = await research(scope, tools);
  const request = { item, dossier, template, language: tools.languageOf(item) };
  // The dossier gets to the disk while the writer works, whose request goes first; it is kept whatever becomes of
  // the article.
  const [article, file] = await both(
    scope.step(
      'write',
      ({ calls }) => tools.writer.write(request, calls),
      tools.writeInput(request),
    ),
    inNextTurn(() => tools.saveDossier(dossier)),
  );
  const { files, words } = await scope.step('render', () =>
    tools.saveArticle(article, { item, dossier, usage: scope.usage }),
  );
  return { files: [...files, file], title: article.title, words };
}

/** One keyword's way to a dossier, and what the rest of the way would consume. */
export async function makeDossier(scope: ItemScope, tools: ArticleTools): Promise<ArticleResult> {
  const { item } = scope;
  const dossier = await research(scope, tools);
  const file = await tools.saveDossier(dossier);
  const request = {
    item,
    dossier,
    template: tools.templateOf(item),
    language: tools.languageOf(item),
  };
  const writing = tools.writer.estimate?.(request);
  return { files: [file], ...(writing === undefined ? {} : { writing }) };
}

/** A dossier that was made for another keyword or run gets the name of this one. */
async function research(scope: ItemScope, tools: ArticleTools): Promise<Dossier> {
  const { item } = scope;
  const template = tools.templateOf(item);
  const dossier = await scope.step(
    'research',
    (step) => tools.research(item, template, step),
    tools.researchInput(item, template),
  );
  return { ...dossier, keyword: item.keyword, slug: item.slug };
}

/** Begins once the event loop has sent what is ready to be sent. */
async function inNextTurn<T>(work: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setImmediate(resolve));
  return work();
}

/** Waits for both, even when one fails, so that nothing is still under way afterwards. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
