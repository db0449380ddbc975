import type { RunSummary } from '../core/summary.ts';
import { formatCount, formatNumberOf } from './format-count.ts';
import { terminalText } from './terminal-text.ts';

const MOST_NAMED = 5;

/** How the articles of the folder stand to each other, one sentence an entry; nothing for a single article. */
export function describeSite({ site }: Pick<RunSummary, 'site'>): string[] {
  if (site === undefined) return [];
  const { links, orphans, sameTitles, files, articles } = site;
  return [
    ...(articles < 2 ? [] : [`${formatNumberOf(links, 'link')} between articles`]),
    ...(orphans.length === 0 ? [] : [`No article links to ${named(orphans)}`]),
    ...sameTitles
      .slice(0, MOST_NAMED)
      .map(({ title, slugs }) => `The title “${shown(title)}” stands over ${named(slugs)}`),
    ...(files.length === 0 ? [] : [`Also written: ${files.map(shown).join(', ')}`]),
  ];
}

function named(slugs: readonly string[]): string {
  const more = slugs.length - MOST_NAMED;
  const first = slugs.slice(0, MOST_NAMED).map(shown).join(', ');
  return more > 0 ? `${first} and ${formatCount(more)} more` : first;
}

function shown(text: string): string {
  return terminalText(text, { limit: 200 });
}
