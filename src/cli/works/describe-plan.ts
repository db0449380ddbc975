import type { LoadedSettings } from '../../config/load-settings.ts';
import { OPENALEX_URL, worksAddress } from '../../providers/openalex/works-address.ts';
import { batchQuery } from '../../run/works/batch-query.ts';
import type { WorksItem } from '../../run/works/works-item.ts';
import type { WorksSpec } from '../../run/works/works-spec.ts';
import { formatCount, formatNumberOf } from '../format-count.ts';
import { terminalText } from '../terminal-text.ts';

/** Addresses that are shown. */
const MOST_SHOWN = 5;

/** What a fetch would ask, and how many requests that takes, as far as can be said before the first one. */
export function describePlan(
  spec: WorksSpec,
  items: readonly WorksItem[],
  { settings }: Pick<LoadedSettings, 'settings'>,
): string {
  const ids = items.reduce((sum, item) => sum + item.ids.length, 0);
  const baseUrl = settings.openalex.baseUrl ?? OPENALEX_URL;
  const addresses = items
    .slice(0, MOST_SHOWN)
    .map((item) => worksAddress(baseUrl, batchQuery(spec, item), { cursor: '*' }));
  const more = items.length - addresses.length;
  const lines = [
    ids === 0
      ? 'Plan: 1 search.'
      : `Plan: ${formatNumberOf(ids, 'id')} in ${formatNumberOf(items.length, 'batch')}.`,
    requestsOf(spec, items.length),
    `At a time: ${settings.parallel} batches, ${settings.fanOut} pages of each, ${settings.limits.openalex.requestsPerSecond} requests a second.`,
    'First requests:',
    ...addresses.map((address) => `  ${terminalText(address, { limit: 4200 })}`),
    ...(more > 0 ? [`  and ${formatCount(more)} more`] : []),
    'Nothing was sent.',
  ];
  return `${lines.join('\n')}\n`;
}

function requestsOf({ limit, query }: WorksSpec, batches: number): string {
  if (limit === undefined) {
    const what = query.groupBy === undefined ? 'works' : 'groups';
    return `Requests: at least ${formatCount(batches)}, one a page of ${query.perPage} ${what}; the first page of a batch tells how many there are.`;
  }
  const pages = Math.ceil(limit / query.perPage);
  const least = query.sort === undefined ? pages : Math.max(pages, batches);
  const most = pages * batches;
  return least === most
    ? `Requests: ${formatCount(most)} at most, for ${formatNumberOf(limit, 'work')}.`
    : `Requests: ${formatCount(least)} to ${formatCount(most)}, for ${formatNumberOf(limit, 'work')}.`;
}
