import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readPage, type SitePage } from './read-page.ts';
import type { SiteArticle } from './site-article.ts';

/** Larger files are no articles. */
const LARGEST_BYTES = 4 * 1024 * 1024;
/** The first format that is there tells of the article. */
const ENDINGS = ['.md', '.json', '.html'] as const;
/** Pages that the program itself writes about the others. */
const OWN_PAGES = new Set(['index', '_index', 'sitemap']);
const FILES_AT_A_TIME = 16;

/**
 * The articles that lie in a folder, in the order of their slugs. Folders below it, hidden files and pages without a
 * title are left out; a folder that is not there has none.
 * @param except slugs that somebody is about to write anew.
 */
export async function readSiteArticles(
  directory: string,
  { except, language }: { except: ReadonlySet<string>; language: string },
): Promise<SiteArticle[]> {
  const groups = Map.groupBy(await namesOf(directory), stemOf);
  const wanted = [...groups]
    .filter(([stem]) => stem !== '' && !OWN_PAGES.has(stem) && !except.has(stem))
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  const articles: SiteArticle[] = [];
  for (let from = 0; from < wanted.length; from += FILES_AT_A_TIME) {
    const read = wanted.slice(from, from + FILES_AT_A_TIME).map(async ([stem, files]) => {
      const page = await readFirst(directory, stem, files);
      return page === undefined ? undefined : toArticle(page, { stem, files, language });
    });
    for (const article of await Promise.all(read)) {
      if (article !== undefined && !except.has(article.slug)) articles.push(article);
    }
  }
  return articles;
}

async function namesOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

/** `slug` of `slug.md`, `slug.wordpress.html`, …; empty for files of other kinds. */
function stemOf(name: string): string {
  const stem = /^(?<stem>[^.].*?)(?:\.wordpress)?\.(?:md|html|json)$/u.exec(name)?.groups?.['stem'];
  return stem ?? '';
}

async function readFirst(
  directory: string,
  stem: string,
  files: readonly string[],
): Promise<SitePage | undefined> {
  for (const ending of ENDINGS) {
    const name = `${stem}${ending}`;
    if (!files.includes(name)) continue;
    const text = await readLimited(join(directory, name));
    const page = text === undefined ? undefined : readPage(text, ending);
    if (page !== undefined) return page;
  }
  return undefined;
}

/** A file that cannot be read, or is no text of that size, is none of ours. */
async function readLimited(path: string): Promise<string | undefined> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    return size > LARGEST_BYTES ? undefined : await file.readFile('utf8');
  } catch {
    return undefined;
  }
}

function toArticle(
  { linksTo, ...page }: SitePage,
  { stem, files, language }: { stem: string; files: readonly string[]; language: string },
): SiteArticle {
  const slug = page.slug ?? stem;
  return {
    language,
    ...page,
    slug,
    files: files.toSorted(),
    linksTo: linksTo.filter((target) => target !== slug),
  };
}
