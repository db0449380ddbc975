/** Longer than this no address is that people should follow. */
const LONGEST_URL = 2_048;

/** The address of a web page out of a value from outside; undefined for anything else. */
export function webUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_URL || !URL.canParse(value))
    return undefined;
  const url = new URL(value);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
