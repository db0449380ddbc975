import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { Settings } from '../config/settings.ts';
import type { SiteEntry } from '../output/site-entry.ts';
import { shownPath } from '../output/shown-path.ts';
import { writeFileAtomically } from '../output/write-file-atomically.ts';
import type { SiteArticle } from '../site/site-article.ts';

interface SiteFile {
  name: string;
  content: string;
}

/**
 * Writes the pages about all articles that the settings ask for: the sitemap, and an index in the formats of the run
 * that people read. Gives the paths as they are shown.
 */
export async function writeSitePages(
  articles: readonly SiteArticle[],
  { settings, cwd, owner }: { settings: Settings; cwd: string; owner: string },
): Promise<string[]> {
  const entries = articles.flatMap(toEntries);
  const files = [
    ...(await sitemapFiles(entries, settings)),
    ...(await indexFiles(entries, settings)),
  ];
  const paths: string[] = [];
  for (const { name, content } of files) {
    const path = join(settings.outputDir, name);
    await writeFileAtomically(path, content, owner);
    paths.push(shownPath(path, cwd));
  }
  return paths;
}

/** One entry a file. */
function toEntries({ files, date = '', ...article }: SiteArticle): SiteEntry[] {
  const { slug, title, description, language } = article;
  return files.map((path) => ({ slug, title, description, language, date, path }));
}

async function sitemapFiles(
  entries: readonly SiteEntry[],
  { sitemap, preset, site }: Settings,
): Promise<SiteFile[]> {
  const { url } = site;
  if (!sitemap || url === undefined) return [];
  const { renderSitemap } = await import('../output/render-sitemap.ts');
  return renderSitemap(entries, { preset, site: { ...site, url } });
}

async function indexFiles(
  entries: readonly SiteEntry[],
  { index, formats, preset, site, language }: Settings,
): Promise<SiteFile[]> {
  if (!index) return [];
  const { indexFileName, renderIndex } = await import('../output/render-index.ts');
  const pagesDirectory = join(packageRoot(), 'templates', 'pages');
  const readable = formats.filter((format) => format === 'md' || format === 'html');
  return Promise.all(
    (readable.length === 0 ? (['html'] as const) : readable).map(async (format) => ({
      name: indexFileName({ format, preset }),
      content: await renderIndex(entries, { format, preset, site, language, pagesDirectory }),
    })),
  );
}
