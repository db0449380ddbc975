/** True for a promise of any make. */
export function isPromiseLike<V>(value: V): value is V & PromiseLike<Awaited<V>> {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}
