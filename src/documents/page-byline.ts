import { metadataDate, metadataText } from './metadata.ts';

/** A byline stands above the text. */
const LOOKED_AT = 2000;
const LONGEST_LINE = 160;

const NAME = "\\p{Lu}[\\p{L}.'’-]{0,30}";
const AUTHOR = new RegExp(
  `(?:^|[|•·,] ?)(?:written by|reviewed by|by|von|par|por|di|door)[ :]+(?:dr\\.? |prof\\.? )?(${NAME}(?: ${NAME}){1,3})(?=$|[ ]?[,|•·(–—-])`,
  'iu',
);
/** Words are matched in any case, but a name has capitals. */
const CAPITALS = new RegExp(`^${NAME}(?: ${NAME})+$`, 'u');
const MONTH = '[\\p{L}]{3,9}';
const DATE = `(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.? ${MONTH}\\.? \\d{4}|${MONTH}\\.? \\d{1,2},? \\d{4}|${MONTH} \\d{4})`;
const UPDATED = new RegExp(
  `\\b(?:updated|modified|reviewed|revised|aktualisiert)(?: on| am)?[ :]+${DATE}`,
  'iu',
);
const PUBLISHED = new RegExp(
  `(?:\\b(?:published|posted|date|veröffentlicht|stand)(?: on| am)?[ :]+|^|[|•·,] ?)${DATE}(?=$|[ ]?[,|•·(–—-])`,
  'iu',
);

/**
 * Author and date of a web page, where a short line near its top tells them, in the forms of `By Mara Quill | Updated
 * March 9, 2026`. The date of the last change counts. Text in blocks, as `DocumentContent` describes.
 */
export function pageByline(text: string): { author?: string; publishedAt?: string } {
  const lines = text
    .slice(0, LOOKED_AT)
    .split('\n')
    .map((line) => line.replace(/^(?:#{1,6}|[-|]) /u, '').trim())
    .filter((line) => line !== '' && line.length <= LONGEST_LINE);
  const author = first(lines, AUTHOR, (name) =>
    CAPITALS.test(name) ? metadataText(name, 120) : undefined,
  );
  const publishedAt = first(lines, UPDATED, metadataDate) ?? first(lines, PUBLISHED, metadataDate);
  return {
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

function first(
  lines: readonly string[],
  pattern: RegExp,
  read: (text: string) => string | undefined,
): string | undefined {
  for (const line of lines) {
    const value = pattern.exec(line)?.[1];
    const known = value === undefined ? undefined : read(value);
    if (known !== undefined) return known;
  }
  return undefined;
}
