import { join } from 'node:path';
import type { Source } from '../core/dossier.ts';
import { AppError } from '../core/errors.ts';
import { toCslJson } from '../core/references/csl-json.ts';
import { CitedSources } from '../output/cited-sources.ts';
import { shownPath } from '../output/shown-path.ts';
import { writeFileAtomically } from '../output/write-file-atomically.ts';
import { recallArticle } from '../pipeline/article.ts';
import { canonicalUrl } from '../research/canonical-url.ts';
import type { SiteOptions } from './finish-site.ts';
import { recallingScope } from './recalling-scope.ts';

const FILE_NAME = 'references.bib';

/**
 * Writes `references.bib` with the sources that the articles of the run cite, those of its earlier sessions included: each
 * source once, in order of first citation. Gives its path as it is shown.
 */
export async function writeBibliography(options: SiteOptions): Promise<string> {
  const { settings, cwd, owner } = options;
  const { formatBibtex } = await import('../output/bibtex.ts');
  const sources = await citedByRun(options);
  const path = join(settings.outputDir, FILE_NAME);
  await writeFileAtomically(path, await formatBibtex(sources.map(toCslJson)), owner);
  return shownPath(path, cwd);
}

async function citedByRun(options: SiteOptions): Promise<Source[]> {
  const { outcomes, items, tools, settings, signal, note } = options;
  const cited = new Map<string, Source>();
  for (const outcome of outcomes) {
    const item = items[outcome.index];
    if (outcome.status !== 'succeeded' || item === undefined) continue;
    signal.throwIfAborted();
    try {
      const { article, dossier } = await recallArticle(
        recallingScope(item, outcome, options),
        tools,
      );
      const { list } = new CitedSources(article, dossier, settings.citationStyle);
      for (const { source } of list) {
        const key = keyOf(source);
        if (!cited.has(key)) cited.set(key, source);
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'INTERNAL') throw error;
      note(`The sources of "${item.keyword}" are not in ${FILE_NAME}: ${error.message}`);
    }
  }
  return [...cited.values()];
}

/** A work is the same wherever it was found. */
function keyOf({ work, url, path }: Source): string {
  if (work?.doi !== undefined) return `doi ${work.doi}`;
  return url === undefined ? `path ${path}` : `url ${canonicalUrl(url) ?? url}`;
}
