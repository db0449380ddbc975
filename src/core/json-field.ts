/** The named field of a value that came from outside; undefined where the value is no object. */
export function jsonField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** A whole number of 0 or more out of a value from outside; 0 for anything else. */
export function jsonCount(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.round(value) : 0;
}
