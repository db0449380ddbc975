const GROUPED = new Intl.NumberFormat('en-US');
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** A whole number with its thousands set apart: `12,345`. */
export function formatCount(count: number): string {
  return GROUPED.format(Math.round(count));
}

/** A number in few columns: `950`, `12.3K`, `1.2M`. */
export function formatCompact(count: number): string {
  return COMPACT.format(Math.round(count));
}

/** A number with its noun: `1 call`, `24 calls`, `2 searches`. */
export function formatNumberOf(count: number, noun: string, plural = pluralOf(noun)): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

function pluralOf(noun: string): string {
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
