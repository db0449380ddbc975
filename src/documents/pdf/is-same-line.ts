/** How far baselines in one line may lie apart, in parts of the font's size. */
const SAME_LINE = 0.35;
/** The same for powers and marks of footnotes. */
const RAISED = 0.6;
/** They are smaller than this part of what they stand beside. */
const SMALLER = 0.9;

interface Placed {
  y: number;
  size: number;
}

/** Whether two runs of text stand in one line, one of them perhaps raised or lowered. */
export function isSameLine(one: Placed, other: Placed): boolean {
  const large = Math.max(one.size, other.size);
  const isSmaller = Math.min(one.size, other.size) < large * SMALLER;
  return Math.abs(one.y - other.y) <= large * (isSmaller ? RAISED : SAME_LINE);
}
