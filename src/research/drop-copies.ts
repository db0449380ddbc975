import { describePlace } from './describe-place.ts';
import type { RankedSource } from './rank-passages.ts';
import type { JudgedSource } from './choose-sources.ts';
import type { MergedSource } from './merge-sources.ts';
import { isNearlyEqual, shinglesOf, type Shingles } from './text-overlap.ts';

type Candidate = RankedSource & JudgedSource<MergedSource>;

/**
 * Of sources with nearly the same text, such as mirrors and what newspapers print of an agency, only the best: of more
 * relevance and authority. Those that the user named stay, all of them. The notes tell what was left out.
 */
export function dropCopies<C extends Candidate>(
  candidates: readonly C[],
  language: string,
): { kept: C[]; notes: string[]; isCopy: (left: MergedSource, right: MergedSource) => boolean } {
  const kept: C[] = [];
  const notes: string[] = [];
  const shingles = new Map(
    candidates.map((each) => [each.source, shinglesOfPassages(each, language)]),
  );
  const isCopy = (left: MergedSource, right: MergedSource): boolean => {
    const [first, second] = [shingles.get(left), shingles.get(right)];
    return first !== undefined && second !== undefined && isNearlyEqual(first, second);
  };
  for (const candidate of candidates.toSorted((left, right) => worth(right) - worth(left))) {
    const original = kept.find((other) => isCopy(candidate.source, other.source));
    if (original === undefined || candidate.isNamed) kept.push(candidate);
    if (original === undefined) continue;
    const [copy, first] = [describePlace(candidate.source), describePlace(original.source)];
    const end = candidate.isNamed ? '.' : ', and only the better one was taken.';
    notes.push(`${copy} has nearly the same text as ${first}: they count as one source${end}`);
  }
  return { kept, notes, isCopy };
}

function worth({ judgement, isNamed }: Candidate): number {
  // What the user named comes before everything else.
  return (isNamed ? 10 : 0) + judgement.relevance + judgement.authority;
}

function shinglesOfPassages({ passages }: RankedSource, language: string): Shingles {
  const inOrder = passages.toSorted((left, right) => left.passage.start - right.passage.start);
  return shinglesOf(
    inOrder.map(({ text }) => text),
    language,
  );
}
