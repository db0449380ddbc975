import type { Layer } from './layer.ts';

/** What is about providers and plans; none of it changes what a run makes. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['limits', 'prices', 'retries', 'timeouts']);

/**
 * The part of a configuration that holds for resumed runs too: a price or a limit that was set after a run had stopped
 * is there to let it go on.
 */
export function surroundingsOf<File extends Layer>(file: File): File {
  const { values } = file;
  if (typeof values !== 'object' || values === null) return file;
  const kept = Object.entries(values).filter(([name]) => SURROUNDINGS.has(name));
  return { ...file, values: Object.fromEntries(kept) };
}
