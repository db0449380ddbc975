/** The text cut at a word border to at most `limit` UTF-16 code units, with an ellipsis where something was left out. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  const border = head.search(/\s\S*$/u);
  const kept = border > limit / 2 ? head.slice(0, border) : head;
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}
