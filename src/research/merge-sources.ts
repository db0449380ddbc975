import type { FoundPassage, FoundSource } from '../providers/search-provider.ts';
import { canonicalUrl } from './canonical-url.ts';

/** A source that one or more queries found. */
export interface MergedSource extends FoundSource {
  provider: string;
  /** How many queries found it. */
  hits: number;
  /** Owners of the hosts that it names as where it has something from, once it was read. */
  refersTo?: readonly string[];
}

/**
 * One entry a page or document, whichever queries found it and under which of its addresses: the first text stays,
 * passages add up, the best score counts. What has neither a web address nor a path is left out.
 */
export function mergeSources(
  found: readonly { provider: string; sources: readonly FoundSource[] }[],
): MergedSource[] {
  const merged = new Map<string, MergedSource>();
  for (const { provider, sources } of found) {
    for (const source of sources) {
      const key = sourceKey(source);
      if (key === undefined) continue;
      const known = merged.get(key);
      merged.set(
        key,
        known === undefined ? { ...source, provider, hits: 1 } : joined(known, source),
      );
    }
  }
  return [...merged.values()];
}

/** What makes two findings one: the canonical address of a page, the path of a document. */
export function sourceKey({ url, path }: Pick<FoundSource, 'url' | 'path'>): string | undefined {
  return url === undefined ? path : canonicalUrl(url);
}

function joined(known: MergedSource, again: FoundSource): MergedSource {
  const passages = joinPassages(known.passages ?? [], again.passages ?? []);
  return {
    ...known,
    score: Math.max(known.score, again.score),
    hits: known.hits + 1,
    ...(passages.length === 0 ? {} : { passages }),
  };
}

function joinPassages(
  left: readonly FoundPassage[],
  right: readonly FoundPassage[],
): FoundPassage[] {
  const byPlace = new Map<string, FoundPassage>();
  for (const passage of [...left, ...right]) {
    const place = `${passage.start}-${passage.end}`;
    const known = byPlace.get(place);
    const better = known === undefined || known.score < passage.score ? passage : known;
    const similarity = Math.max(known?.similarity ?? 0, passage.similarity ?? 0);
    byPlace.set(place, similarity === 0 ? better : { ...better, similarity });
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}
