import { parallelLimits } from '../config/parallel-limits.ts';
import type { Settings } from '../config/settings.ts';
import { safeParallel } from '../core/safe-parallel.ts';

/** Keywords at a time; never more lanes than keywords. */
export function chooseLanes(settings: Settings, keywords: number, cores: number): number {
  const { parallel } = settings;
  const wanted =
    parallel === 'auto'
      ? safeParallel({ limits: parallelLimits(settings), cores }).parallel
      : parallel;
  return Math.min(wanted, keywords);
}
