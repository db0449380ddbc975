interface Place {
  start: number;
  end: number;
}

/** The places that overlap none of the others; both in order of their starts. */
export function apartFrom<T extends Place>(places: readonly T[], others: readonly Place[]): T[] {
  let at = 0;
  let furthest = 0;
  return places.filter(({ start, end }) => {
    for (let other = others[at]; other !== undefined && other.start < end; other = others[++at])
      furthest = Math.max(furthest, other.end);
    return furthest <= start;
  });
}
