/** JSON with the names of every object in order, so that equal data is equal text. For plain JSON data. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).toSorted(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(entries);
  });
}
