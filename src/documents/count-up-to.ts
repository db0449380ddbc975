/** How often the sign stands in the text; the count stops behind the limit. */
export function countUpTo(text: string, sign: string, limit: number): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count <= limit; at = text.indexOf(sign, at + 1))
    count++;
  return count;
}
