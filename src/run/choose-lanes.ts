import { limitsInForce, type LearnedRates } from '../config/limits-in-force.ts';
import { safeParallelFor } from '../config/safe-parallel-for.ts';
import type { Settings } from '../config/settings.ts';

/** Keywords at a time; never more lanes than keywords, but one for a run that has only its end to come to. */
export function chooseLanes(
  settings: Settings,
  learned: readonly LearnedRates[],
  keywords: number,
  cores: number,
): number {
  const { parallel } = settings;
  const most = Math.max(1, keywords);
  if (parallel !== 'auto') return Math.min(parallel, most);
  const limits = limitsInForce(settings.limits, learned);
  return Math.min(safeParallelFor({ ...settings, limits }, cores).parallel, most);
}
