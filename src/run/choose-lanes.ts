import { safeParallelFor } from '../config/safe-parallel-for.ts';
import type { Settings } from '../config/settings.ts';

/** Keywords at a time; never more lanes than keywords. */
export function chooseLanes(settings: Settings, keywords: number, cores: number): number {
  const { parallel } = settings;
  const wanted = parallel === 'auto' ? safeParallelFor(settings, cores).parallel : parallel;
  return Math.min(wanted, keywords);
}
