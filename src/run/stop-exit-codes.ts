import type { StopReason } from '../core/summary.ts';

/** The exit code of a run that ended before its items did. */
export const STOP_EXIT_CODES = {
  failure: 1,
  storage: 1,
  'credentials-or-quota': 3,
  budget: 3,
  interrupt: 130,
} as const satisfies Record<StopReason, number>;
