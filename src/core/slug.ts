/** What a slug may measure in UTF-8, so that name, suffix and ending fit every file system. */
export const MAXIMUM_SLUG_BYTES = 80;

/** Latin letters that are no base letter with a mark on it. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ı: 'i',
  ĸ: 'k',
};

/** Names that Windows gives to devices, with any ending: `con.md` cannot be written there. */
const DEVICE_NAMES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A file name and address part out of any text: letters and digits of every script in lower case,
 * parted by hyphens; Latin letters without their marks; at most 80 bytes, cut at a word border where
 * that keeps half of it. Holds no dot, path separator or device name. Text without a letter or digit
 * gives a name made of its hash.
 */
export function slugify(text: string): string {
  const words = spellOut(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) => word.replace(/^\p{M}+/u, ''))
    .filter((word) => word !== '');
  const slug = cutSlug(words.join('-'), MAXIMUM_SLUG_BYTES);
  if (slug === '') return `keyword-${hash(text.toWellFormed().normalize('NFC').trim())}`;
  return DEVICE_NAMES.test(slug) ? `${slug}-article` : slug;
}

/** Cuts a slug to a number of bytes: between words if half of the room is used then, else between characters. */
export function cutSlug(slug: string, bytes: number): string {
  if (byteLength(slug) <= bytes) return slug;
  let kept = '';
  let used = 0;
  // No more characters than bytes can fit.
  for (const { segment } of GRAPHEMES.segment(slug.slice(0, bytes + 1).toWellFormed())) {
    used += byteLength(segment);
    if (used > bytes) break;
    kept += segment;
  }
  const border = slug[kept.length] === '-' ? kept.length : kept.lastIndexOf('-');
  if (border > 0 && byteLength(kept.slice(0, border)) * 2 >= bytes) kept = kept.slice(0, border);
  return kept.replace(/[-\uFFFD]+$/u, '');
}

/** Lower-case text in which symbols that part keywords have words and Latin letters have no marks. */
function spellOut(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Default_Ignorable_Code_Point}|\p{Me}/gu, '')
    .replaceAll(/(?<=[\p{L}\p{N}])['’ʼ](?=\p{L}{1,2}(?![\p{L}\p{N}]))/gu, '')
    .replaceAll('ʼ', ' ')
    .replaceAll(/(?<=[\p{L}\p{N}])\+\+/gu, ' plus plus ')
    .replaceAll(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, ' sharp ')
    .normalize('NFD')
    .replaceAll(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .replaceAll(/[ßæœøłđðþħŧŋıĸ]/gu, (letter) => LATIN_LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** Bytes of well-formed text in UTF-8; counted here, because an encoder costs more than such short texts. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair stands for two of the pair's four bytes.
    if (unit < 0x80) bytes += 1;
    else bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

/** FNV-1a, 32 bits, over UTF-16 code units: stable on every machine, no defence against wilful collisions. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
