import type { Candidate, TextStyle } from '../candidates/candidate.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import type { ScalarType } from '../field.ts';

/** All candidates of a text by type, each type looked for once and only when it is asked for. */
export interface CandidateIndex {
  all: (type: ScalarType) => readonly Candidate[];
  /** Those that begin in a place, in order. */
  within: (type: ScalarType, start: number, end: number) => Candidate[];
  /** The first that begins at or after a place, and the last that ends at or before it. */
  around: (
    type: ScalarType,
    start: number,
    end: number,
  ) => {
    after: Candidate | undefined;
    before: Candidate | undefined;
  };
}

export function indexCandidates(text: string, style: TextStyle): CandidateIndex {
  const found = new Map<ScalarType, readonly Candidate[]>();
  const all = (type: ScalarType): readonly Candidate[] => {
    const known = found.get(type) ?? findCandidates(type, text, style);
    found.set(type, known);
    return known;
  };
  return {
    all,
    within(type, start, end) {
      const candidates = all(type);
      const inside: Candidate[] = [];
      for (let at = firstFrom(candidates, start); ; at++) {
        const candidate = candidates[at];
        if (candidate === undefined || candidate.start >= end) return inside;
        inside.push(candidate);
      }
    },
    around(type, start, end) {
      const candidates = all(type);
      const before = candidates[firstFrom(candidates, start) - 1];
      return {
        after: candidates[firstFrom(candidates, end)],
        before: before !== undefined && before.end <= start ? before : undefined,
      };
    },
  };
}

/** Index of the first candidate that begins at or after a place. */
function firstFrom(candidates: readonly Candidate[], start: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
