import type { SourceScore } from '../core/dossier.ts';
import { namesOf, type Voice } from './group-voices.ts';
import { explainScore, rankSource, scoreDiversity, type SourceJudgement } from './score-source.ts';

/** A source that may get into a dossier. */
export interface JudgedSource<S extends Voice> {
  source: S;
  judgement: SourceJudgement;
  /** Named by the user: in, whatever it scores. */
  isNamed: boolean;
}

/**
 * Chooses sources one by one, each time the one that ranks best beside those already chosen: a further source of the
 * same host or author counts less, so that other voices get in before it (after "maximal marginal relevance",
 * J. Carbonell & J. Goldstein, 1998). Sources that the user named come first. Gives at most `limit`, but all named ones.
 */
export function chooseSources<C extends JudgedSource<Voice>>(
  candidates: readonly C[],
  { keyword, limit }: { keyword: string; limit: number },
): (C & { score: number; why: SourceScore })[] {
  const left = new Set(candidates);
  const named = candidates.filter(({ isNamed }) => isNamed).length;
  const taken = new Map<string, number>();
  const chosen: (C & { score: number; why: SourceScore })[] = [];
  while (left.size > 0 && chosen.length < Math.max(limit, named)) {
    // Named sources are chosen before all others.
    const open = [...left].filter(({ isNamed }) => isNamed || chosen.length >= named);
    const ranked = open.map((candidate) => {
      const earlier = earlierOf(candidate.source, taken);
      const parts = { ...candidate.judgement, diversity: scoreDiversity(earlier) };
      return { candidate, earlier, score: rankSource(parts, keyword) };
    });
    const [first, ...others] = ranked;
    if (first === undefined) break;
    const { candidate, earlier, score } = others.reduce(
      (best, other) => (other.score > best.score ? other : best),
      first,
    );
    left.delete(candidate);
    for (const name of namesOf(candidate.source)) taken.set(name, (taken.get(name) ?? 0) + 1);
    const { isNamed, judgement, source } = candidate;
    const why = explainScore(judgement, { earlier, owner: ownerOf(source), isNamed });
    chosen.push({ ...candidate, score, why });
  }
  return chosen;
}

/** Whose voice a source is: a document without an author is nobody's but its own. */
function ownerOf({ url, author, work }: Voice): 'host or author' | 'author' | undefined {
  if (url !== undefined && work === undefined) return 'host or author';
  return author === undefined ? undefined : 'author';
}

/** How many sources of the same voice are in already. */
function earlierOf(source: Voice, taken: ReadonlyMap<string, number>): number {
  return Math.max(...namesOf(source).map((name) => taken.get(name) ?? 0));
}
