/**
 * The name that was probably meant: the nearest by edit distance, upper and lower case alike.
 * Undefined when none is near (more than a third of the letters differ, or more than three).
 */
export function closestName(typed: string, names: readonly string[]): string | undefined {
  // Longer than any name by far: not a slip of the finger, and not worth the work.
  if (typed.length > 60) return undefined;
  const ranked = names
    .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .toSorted((left, right) => left.distance - right.distance);
  const best = ranked[0];
  if (best === undefined || best.distance > Math.min(3, Math.ceil(best.name.length / 3)))
    return undefined;
  return best.name;
}

/** Levenshtein's distance, a row at a time (Wagner and Fischer, 1974). */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[to.length] ?? 0;
}
