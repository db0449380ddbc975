/** Elements that hold nothing or may stay open: they do not nest in practice. */
const FLAT = new Set(
  `area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup thead tbody tfoot tr
  td th colgroup html head body`.split(/\s+/u),
);

/** How deep the elements of a page lie in one another at most, counted by its tags alone, before it is parsed. */
export function nestingDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/giu)) {
    if (FLAT.has(name.toLowerCase())) continue;
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
