/**
 * How long hostile input may take, in milliseconds: far above what any takes on a slow, busy machine, and far below what a
 * search without end would take.
 */
export const REASONABLE_MS = 20_000;
