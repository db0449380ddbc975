/**
 * Cuts a text into parts of at most so many units, at white space where there is some, never inside a character. Parts
 * of nothing but white space are left out.
 * @param sizeOf Size of a character, by its code point.
 */
export function cutParts(
  text: string,
  most: number,
  sizeOf: (codePoint: number) => number,
): string[] {
  const parts: string[] = [];
  let start = 0;
  let size = 0;
  let space = 0;
  const close = (end: number): void => {
    const part = text.slice(start, end).trim();
    if (part !== '') parts.push(part);
    start = end;
  };
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    if (size + sizeOf(code) > most && at > start) {
      // In a word that fills a good part of a part there is no better place than this one.
      at = space > start + (at - start) / 2 ? space : at;
      close(at);
      size = 0;
      continue;
    }
    size += sizeOf(code);
    at += code > 0xffff ? 2 : 1;
    if (code === 0x20 || code === 0x0a) space = at;
  }
  close(text.length);
  return parts;
}
