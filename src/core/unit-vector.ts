/** The vector of length 1 in the same direction; undefined for one without direction, or with what is no number. */
export function unitVector(vector: ArrayLike<number>): Float32Array | undefined {
  let squares = 0;
  for (let index = 0; index < vector.length; index++) squares += (vector[index] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  if (!Number.isFinite(length) || length === 0) return undefined;
  const unit = new Float32Array(vector.length);
  for (let index = 0; index < vector.length; index++) unit[index] = (vector[index] ?? 0) / length;
  return unit;
}
