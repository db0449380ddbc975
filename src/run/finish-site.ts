import type { Settings } from '../config/settings.ts';
import { AppError } from '../core/errors.ts';
import type { PlannedItem } from '../core/keyword.ts';
import { applyLinks } from '../core/links/apply-links.ts';
import { chooseLinks } from '../core/links/choose-links.ts';
import type { PlacedLink } from '../core/links/placed-link.ts';
import type { KeptOutcome, SiteSummary } from '../core/summary.ts';
import { relinkArticle, type ArticleTools } from '../pipeline/article.ts';
import type { StepMemory } from '../pipeline/step-memory.ts';
import { readSiteArticles } from '../site/read-site-articles.ts';
import { summariseSite } from '../site/summarise-site.ts';
import { recallingScope } from './recalling-scope.ts';
import { writeBibliography } from './write-bibliography.ts';
import { writeSitePages } from './write-site-pages.ts';

export interface SiteOptions {
  settings: Settings;
  tools: ArticleTools;
  /** All of the run, in input order. */
  items: readonly PlannedItem[];
  /** Of all items, in input order; those whose links change are replaced. */
  outcomes: KeptOutcome[];
  memory: StepMemory;
  /** Keeps what an item links to now. */
  keep: (outcome: KeptOutcome) => void;
  signal: AbortSignal;
  cwd: string;
  /** On whose behalf files are written: the name of the run. */
  owner: string;
  today: () => Date;
  note: (text: string) => void;
}

/**
 * Once the articles of a run are there: links them to each other and to those that were there before, only to pages that
 * exist, and writes the pages about them all. The same articles always get the same links, in whatever order they were
 * made.
 */
export async function finishSite(options: SiteOptions): Promise<SiteSummary> {
  const { settings, outcomes } = options;
  const { outputDir: directory, language } = settings;
  const ours = new Set(options.items.map(({ slug }) => slug));
  const others = await readSiteArticles(directory, { except: ours, language });
  const there = new Set([
    ...others.map(({ slug }) => slug),
    ...outcomes.filter(({ status }) => status === 'succeeded').map(({ slug }) => slug),
  ]);
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status !== 'succeeded') continue;
    options.signal.throwIfAborted();
    const links = chooseLinks(outcome.linkCandidates ?? [], {
      most: settings.internalLinks,
      exists: (slug) => there.has(slug),
    });
    if (sameTargets(links, outcome.linksTo ?? [])) continue;
    const linked = await relink(outcome, links, options);
    if (linked !== undefined) {
      outcomes[index] = linked;
      options.keep(linked);
    }
  }
  const linksOf = new Map(outcomes.map(({ slug, linksTo }) => [slug, linksTo ?? []]));
  const articles = await readSiteArticles(directory, { except: new Set(), language });
  return {
    ...summariseSite(articles, linksOf),
    files: [
      ...(await writeSitePages(articles, options)),
      ...(settings.bibliography ? [await writeBibliography(options)] : []),
    ],
  };
}

function sameTargets(links: readonly PlacedLink[], slugs: readonly string[]): boolean {
  return links.length === slugs.length && links.every(({ slug }, index) => slug === slugs[index]);
}

/** Writes an article's files again with these links; what the ledger has forgotten stays as it is. */
async function relink(
  outcome: KeptOutcome,
  links: readonly PlacedLink[],
  options: SiteOptions,
): Promise<KeptOutcome | undefined> {
  const item = options.items[outcome.index];
  if (item === undefined) return undefined;
  const scope = recallingScope(item, outcome, options);
  try {
    const { seo } = await relinkArticle(scope, options.tools, (article) =>
      applyLinks(article, links),
    );
    return { ...outcome, seo, linksTo: links.map(({ slug }) => slug) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'INTERNAL') throw error;
    options.note(`"${item.keyword}" gets no links to other articles: ${error.message}`);
    return undefined;
  }
}
