import { describeOrigin, type Origin } from './origin.ts';
import type { Problem } from './rules.ts';
import type { Settings } from './settings.ts';
import { findUnmetFilters } from './unmet-filters.ts';

/** Flags about pages of the web that this research has no use for; what a file says of them may wait for other runs. */
export function findIdleFlags(settings: Settings, origins: ReadonlyMap<string, Origin>): Problem[] {
  return findUnmetFilters(settings)
    .filter(({ path, isIdle }) => isIdle && origins.get(path)?.kind === 'flag')
    .map(({ flag, path, reason }) => ({
      text: `${flag} has no effect: ${reason}`,
      suggestion:
        path === 'sites'
          ? 'Add --depth deep, or leave --site out.'
          : `Leave ${flag} out, or change --research.`,
    }));
}

/** Settings that were asked for and can have no effect beside the others: a flag that does nothing would deceive. */
export function findContradictions(
  settings: Settings,
  origins: ReadonlyMap<string, Origin>,
): Problem[] {
  const from = (path: string) => describeOrigin(origins.get(path) ?? { kind: 'default', name: '' });
  const problems: Problem[] = [];
  if (settings.judge && settings.writer !== 'openai') {
    problems.push({
      text: `${from('judge')}: the judge is a model, and the writer ${settings.writer} has none`,
      suggestion: 'Use --writer openai, or leave --judge out: the check itself needs no model.',
    });
  }
  if (settings.sitemap && settings.site.url === undefined) {
    problems.push({
      text: `${from('sitemap')}: a sitemap holds whole addresses, and site.url is not set`,
      suggestion: 'Say where the articles will stand: --site-url https://example.com/blog',
    });
  }
  return problems;
}
