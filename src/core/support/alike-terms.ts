import type { Term } from './statement.ts';

/** One key or one pole in common. */
export function areAlike(one: Term, other: Term): boolean {
  if (one.keys.some((key) => other.keys.includes(key))) return true;
  for (const [axis, pole] of one.poles) if (other.poles.get(axis) === pole) return true;
  return false;
}
