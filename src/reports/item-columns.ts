import type { ItemOutcome, SeoFinding } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';

/** A column of the tables for people. */
export interface ItemColumn {
  head: string;
  isNumber: boolean;
  textOf: (item: ItemOutcome) => string;
}

const COUNT = new Intl.NumberFormat('en-US');

const STATUS_NAMES = {
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
  'not-started': 'not started',
} satisfies Record<ItemOutcome['status'], string>;

const COLUMNS: readonly ItemColumn[] = [
  number('#', (item) => count(item.index + 1)),
  words('Status', (item) => STATUS_NAMES[item.status]),
  words('Slug', (item) => item.slug),
  words('Title', (item) => item.title ?? ''),
  number('Words', (item) => count(item.words ?? 0)),
  number('Supported', (item) =>
    item.support === undefined ? '' : `${Math.floor(item.support.score * 100)} %`,
  ),
  number('SEO errors', (item) => countSeverity(item, 'error')),
  number('SEO warnings', (item) => countSeverity(item, 'warning')),
  words('Notes', (item) => (item.notes ?? []).join(' ')),
  words('Files', (item) => item.files.join(', ')),
  words('Drafts', (item) => (item.published ?? []).map(({ url }) => url).join(', ')),
  number('Seconds', (item) =>
    item.milliseconds === 0 ? '' : decimal(item.milliseconds / 1000, 1),
  ),
  number('Calls', (item) => count(item.usage.calls)),
  number('Tokens in', (item) => count(item.usage.inputTokens)),
  number('Tokens out', (item) => count(item.usage.outputTokens)),
  number('Credits', (item) => count(item.usage.credits)),
  number('Cost (USD)', (item) => cost(item.usage)),
  number('Saved (USD)', (item) => (item.saved.costUsd === 0 ? '' : decimal(item.saved.costUsd, 4))),
];

/** The head of the column that names the items. */
export function itemHead(item = 'keyword'): string {
  return item.charAt(0).toUpperCase() + item.slice(1);
}

/** The columns that have something to say about these items, which are called `item`. */
export function itemColumns(items: readonly ItemOutcome[], item?: string): readonly ItemColumn[] {
  const [place, ...others] = COLUMNS;
  const name = words(itemHead(item), ({ keyword }) => keyword);
  return [...(place === undefined ? [] : [place]), name, ...others].filter((column) =>
    items.some((item) => column.textOf(item) !== ''),
  );
}

function countSeverity({ seo = [] }: ItemOutcome, severity: SeoFinding['severity']): string {
  return count(seo.filter((finding) => finding.severity === severity).length);
}

function words(head: string, textOf: ItemColumn['textOf']): ItemColumn {
  return { head, isNumber: false, textOf };
}

function number(head: string, textOf: ItemColumn['textOf']): ItemColumn {
  return { head, isNumber: true, textOf };
}

function count(value: number): string {
  return value === 0 ? '' : COUNT.format(value);
}

/** At least this many places are shown exactly; what is smaller than they can tell is not shown as nothing. */
function decimal(value: number, places: number): string {
  const smallest = 10 ** -places;
  return value > 0 && value < smallest ? `<${smallest}` : value.toFixed(places);
}

function cost(usage: Usage): string {
  const known = usage.costUsd === 0 ? '' : decimal(usage.costUsd, 4);
  if (usage.unpricedCalls === 0) return known;
  return known === '' ? 'unknown' : `${known} + unknown`;
}
