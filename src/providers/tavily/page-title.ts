/** Headings further down are those of parts. */
const HEAD = 2_000;

/** The title of a page that was read: as it was told, else its first heading, else its address. */
export function pageTitle(told: unknown, text: unknown, url: string): string {
  if (typeof told === 'string' && told.trim() !== '') return told;
  const head = typeof text === 'string' ? text.slice(0, HEAD) : '';
  return /^# +(\S.*)$/mu.exec(head)?.[1] ?? url;
}
