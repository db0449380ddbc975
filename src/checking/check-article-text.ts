import type { SeoFinding } from '../core/summary.ts';
import { checkPage } from './check-page.ts';
import { readMarkdownPage } from './read-markdown-page.ts';
import type { CheckContext } from './rule.ts';

/** All checks of one article in Markdown with front matter, as a run writes it: some milliseconds for 2,000 words. */
export function checkArticleText(markdown: string, context: CheckContext = {}): SeoFinding[] {
  return checkPage(readMarkdownPage(markdown), context);
}
