import type { DocumentContent } from '../document.ts';
import { metadataDate, metadataLanguage, metadataText } from '../metadata.ts';
import type { ZipArchive } from '../zip-archive.ts';

const PART = 'docProps/core.xml';
/** The part is small; more is not looked at. */
const MAX_CHARACTERS = 64 * 1024;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Title, author, date and language of an Office file's core properties (ECMA-376 part 2, 11). */
export function readCoreProperties(
  zip: ZipArchive,
): Pick<DocumentContent, 'title' | 'author' | 'publishedAt' | 'language'> {
  if (!zip.names.has(PART)) return {};
  const xml = new TextDecoder().decode(zip.read(PART).subarray(0, MAX_CHARACTERS));
  const title = metadataText(valueOf(xml, 'dc:title'));
  const author = metadataText(valueOf(xml, 'dc:creator'), 120);
  const publishedAt = metadataDate(valueOf(xml, 'dcterms:created'));
  const language = metadataLanguage(valueOf(xml, 'dc:language'));
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
  };
}

function valueOf(xml: string, name: string): string | undefined {
  const value = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'u').exec(xml)?.[1];
  return value?.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu, (all, ...found) => {
    const [decimal, hexadecimal, named] = found as (string | undefined)[];
    if (named !== undefined) return ENTITIES[named] ?? all;
    const code = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
