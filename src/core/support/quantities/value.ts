/** A value that begins at a token. */
export interface Value {
  values: readonly number[];
  to: number;
  unit?: string;
  isPart?: boolean;
  isWeak?: boolean;
}

/** Values times a scale, free of the dust of floating point. */
export function scaled(values: readonly number[], scale: number): number[] {
  return values.map((value) => Math.round(value * scale * 1e6) / 1e6);
}
