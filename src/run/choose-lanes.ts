import { limitsInForce, type LearnedRates } from '../config/limits-in-force.ts';
import { safeParallelFor } from '../config/safe-parallel-for.ts';
import type { Settings } from '../config/settings.ts';

/** Keywords at a time; never more lanes than keywords. */
export function chooseLanes(
  settings: Settings,
  learned: readonly LearnedRates[],
  keywords: number,
  cores: number,
): number {
  const { parallel } = settings;
  if (parallel !== 'auto') return Math.min(parallel, keywords);
  const limits = limitsInForce(settings.limits, learned);
  return Math.min(safeParallelFor({ ...settings, limits }, cores).parallel, keywords);
}
