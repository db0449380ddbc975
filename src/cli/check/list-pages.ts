import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';

const ENDINGS = new Set(['.md', '.markdown', '.html', '.htm']);
/** Dossiers, and pages of others. */
const SKIPPED = new Set(['research', 'node_modules']);

/**
 * The files to check: each that is named, and the Markdown and HTML files of each folder that is named, those of folders
 * in it included, but not below `research/` and hidden folders. In the order named, in folders by name; each once.
 * @throws AppError `USAGE` when nothing is named, `DOCUMENT_UNREADABLE` naming all that is not there or holds no page.
 */
export async function listPages(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) {
    throw new AppError('USAGE', 'Name the files or folders to check.', {
      suggestions: ['For all articles of a run: seo-content check content'],
    });
  }
  const found = new Map<string, string>();
  const missing: string[] = [];
  for (const name of names) {
    try {
      const isFolder = (await stat(name)).isDirectory();
      const pages = isFolder ? await pagesBelow(name) : [name];
      if (pages.length === 0) missing.push(`${name} holds no .md or .html file`);
      for (const page of pages) if (!found.has(resolve(page))) found.set(resolve(page), page);
    } catch (error) {
      missing.push(`${name} ${reasonOf(error)}`);
    }
  }
  if (missing.length > 0) throw unreadable(missing);
  return [...found.values()];
}

/** One error for all that cannot be read, each with its reason. */
export function unreadable(reasons: readonly string[]): AppError {
  const [only = ''] = reasons;
  const message =
    reasons.length === 1
      ? `It cannot be checked: ${only}.`
      : `${reasons.length} files cannot be checked:\n${reasons.map((text) => `  - ${text}`).join('\n')}`;
  return new AppError('DOCUMENT_UNREADABLE', message, {
    suggestions: ['Check the names; pages are Markdown, HTML or text in UTF-8, up to 5 MB each.'],
  });
}

async function pagesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const pages: string[] = [];
  for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
    if (entry.isDirectory()) pages.push(...(await pagesBelow(path)));
    else if (entry.isFile() && ENDINGS.has(extname(entry.name).toLowerCase())) pages.push(path);
  }
  return pages;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by you';
  return error instanceof Error ? error.message : String(error);
}
