import type { ArticleTemplate } from '../core/article-template.ts';
import type { Article } from '../core/article.ts';
import type { Dossier } from '../core/dossier.ts';
import type { Outline } from '../core/outline.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { PlacedLink } from '../core/links/placed-link.ts';
import type { SentenceSupport } from '../core/support.ts';
import type { SeoFinding, SupportScore, WritingEstimate } from '../core/summary.ts';
import type { Publication } from '../core/publication.ts';
import type { Usage } from '../core/usage.ts';
import type { ArticleWriter, WriteRequest } from '../writing/article-writer.ts';
import type { CheckedArticle } from './check-article.ts';
import type { ItemScope, StepTools } from './item-scope.ts';
import { publishArticle, type PublishingPlace } from './publish-article.ts';
import type { StepInput } from './step-memory.ts';

/** What the steps of an article are made with; each is one function of its own room. */
export interface ArticleTools {
  research: (item: PlannedItem, template: ArticleTemplate, step: StepTools) => Promise<Dossier>;
  /** All that decides what the research finds. */
  researchInput: (item: PlannedItem, template: ArticleTemplate) => StepInput;
  writer: ArticleWriter;
  /** All that decides the plan that the writer makes. */
  outlineInput: (request: WriteRequest) => StepInput;
  /** All that decides what the writer makes. */
  writeInput: (request: WriteRequest & { outline?: Outline }) => StepInput;
  /** Checks a draft against its sources and lets the writer mend it. */
  check: (request: WriteRequest, draft: Article, step: StepTools) => Promise<CheckedArticle>;
  checkInput: (request: WriteRequest, draft: Article) => StepInput;
  /** @throws AppError `SUPPORT_TOO_LOW`. */
  requireSupport: (item: PlannedItem, checked: CheckedArticle) => void;
  /** What an editor should know of an item and its research. */
  notesOn: (item: PlannedItem, dossier: Dossier) => string[];
  /** Where the article may link to others. */
  findLinks: (item: PlannedItem, article: Article) => PlacedLink[];
  templateOf: (item: PlannedItem) => ArticleTemplate;
  languageOf: (item: PlannedItem) => string;
  /** Writes the dossier's file and gives its path. */
  saveDossier: (dossier: Dossier) => Promise<string>;
  /** Writes the article in every wanted format. */
  saveArticle: (article: Article, context: SavingContext) => Promise<SavedArticle>;
  /** Where finished articles are put as drafts; empty for nowhere. */
  publishers: readonly PublishingPlace[];
}

export interface SavingContext {
  item: PlannedItem;
  dossier: Dossier;
  usage: Usage;
  support: SupportScore;
  /** Sentences that are not borne out whole. */
  doubts: readonly SentenceSupport[];
}

export interface SavedArticle {
  /** Paths. */
  files: string[];
  words: number;
  seo: SeoFinding[];
}

/** What became of one keyword. */
export interface ArticleResult {
  files: readonly string[];
  title?: string;
  words?: number;
  support?: SupportScore;
  seo?: readonly SeoFinding[];
  notes?: readonly string[];
  /** Where the article may link to others, once they are there. */
  linkCandidates?: readonly PlacedLink[];
  /** Absent where nothing was to be published. */
  published?: readonly Publication[];
  /** After research only: what the writing would consume. */
  writing?: WritingEstimate;
}

/** One keyword's way to an article: research, outline, write, check and revise, render, publish. */
export async function makeArticle(scope: ItemScope, tools: ArticleTools): Promise<ArticleResult> {
  const { item } = scope;
  const dossier = await research(scope, tools);
  // The dossier gets to the disk while the writer works, whose request goes first; it is kept whatever becomes of
  // the article.
  const [checked, file] = await both(
    writeChecked(scope, tools, dossier),
    inNextTurn(() => tools.saveDossier(dossier)),
  );
  const { article, support, doubts } = checked;
  tools.requireSupport(item, checked);
  const { files, words, seo } = await scope.step('render', () =>
    tools.saveArticle(article, { item, dossier, usage: scope.usage, support, doubts }),
  );
  const notes = [...tools.notesOn(item, dossier), ...(article.notes ?? [])];
  const linkCandidates = tools.findLinks(item, article);
  const made = {
    files: [...files, file],
    title: article.title,
    words,
    support,
    ...(seo.length === 0 ? {} : { seo }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(linkCandidates.length === 0 ? {} : { linkCandidates }),
  };
  if (tools.publishers.length === 0) return made;
  scope.keep(made);
  const context = { item, dossier, usage: scope.usage, support };
  return { ...made, published: await publishArticle(scope, tools.publishers, article, context) };
}

/** From a dossier to an article that its sources bear out. */
async function writeChecked(
  scope: ItemScope,
  tools: ArticleTools,
  dossier: Dossier,
): Promise<CheckedArticle> {
  const { item } = scope;
  const { writer } = tools;
  const template = tools.templateOf(item);
  const request = { item, dossier, template, language: tools.languageOf(item) };
  const planning = writer.outline?.bind(writer);
  const outline =
    planning &&
    (await scope.step(
      'outline',
      ({ calls }) => planning(request, calls),
      tools.outlineInput(request),
    ));
  const planned = outline === undefined ? request : { ...request, outline };
  const draft = await scope.step(
    'write',
    ({ calls, progress }) => writer.write(planned, calls, progress),
    tools.writeInput(planned),
  );
  return scope.step(
    'check',
    (step) => tools.check(request, draft, step),
    tools.checkInput(request, draft),
  );
}

/** What a finished item came to, out of the memory of its steps. */
export async function recallArticle(
  scope: ItemScope,
  tools: ArticleTools,
): Promise<CheckedArticle & { dossier: Dossier }> {
  const dossier = await research(scope, tools);
  return { ...(await writeChecked(scope, tools, dossier)), dossier };
}

/** The article that a finished item came to, with new links in its files. Nothing is paid: every step is remembered. */
export async function relinkArticle(
  scope: ItemScope,
  tools: ArticleTools,
  link: (article: Article) => Article,
): Promise<SavedArticle> {
  const { article, support, doubts, dossier } = await recallArticle(scope, tools);
  const { item, usage } = scope;
  return tools.saveArticle(link(article), { item, dossier, usage, support, doubts });
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
  const notes = tools.notesOn(item, dossier);
  return {
    files: [file],
    ...(notes.length === 0 ? {} : { notes }),
    ...(writing === undefined ? {} : { writing }),
  };
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
