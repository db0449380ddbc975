import type { ScholarlyWork } from '../core/scholarly-work.ts';
import { findMaker, type TellingPage } from './find-maker.ts';
import { primaryHost } from './primary-host.ts';
import { registrableHost } from './registrable-host.ts';

/** A source as far as it tells whether others have their figures from it. */
export interface PerhapsPrimary extends TellingPage {
  work?: ScholarlyWork;
  /** Owners of the hosts that it names as where it has something from. */
  refersTo?: readonly string[];
}

/** That a source is the one that publishes what others quote. */
export interface PrimarySign {
  /** Added to its authority, 0 to 0.25. */
  bonus: number;
  /** For an editor, as a part of a sentence. */
  reason: string;
}

const BY_KIND = 0.12;
const BY_ONE_OTHER = 0.1;
const BY_SEVERAL = 0.2;
const MOST = 0.25;
/** Per power of ten of works that cite one: a gentle signal, at most 0.05. */
const BY_CITATIONS = 0.0125;
const MOST_BY_CITATIONS = 0.05;

/**
 * Finds the primary sources of a pool: by the kind of their host (official statistics, laws, standards, research), works
 * of scholarship, the maker's own page on its product, and pages that others of the pool name as where they have it from.
 */
export function findPrimary<S extends PerhapsPrimary>(
  sources: readonly S[],
  { keyword, language }: { keyword: string; language: string },
): Map<S, PrimarySign> {
  const referring = countReferring(sources);
  const maker = findMaker(sources, keyword, language);
  const signs = new Map<S, PrimarySign>();
  for (const source of sources) {
    const owner = source.url === undefined ? undefined : registrableHost(source.url);
    const others = owner === undefined ? 0 : (referring.get(owner) ?? 0);
    const kind =
      kindOf(source) ??
      (owner !== undefined && owner === maker ? "the maker's own page" : undefined);
    if (kind === undefined && others === 0) continue;
    const cited = Math.log10(1 + Math.max(0, source.work?.citedBy ?? 0)) * BY_CITATIONS;
    const bonus =
      (kind === undefined ? 0 : BY_KIND) +
      Math.min(MOST_BY_CITATIONS, cited) +
      (others === 0 ? 0 : others === 1 ? BY_ONE_OTHER : BY_SEVERAL);
    const referred = others === 1 ? 'another one refers to it' : `${others} others refer to it`;
    const told = [kind, others === 0 ? undefined : referred].filter((part) => part !== undefined);
    signs.set(source, {
      bonus: Math.min(MOST, bonus),
      reason: `a primary source: ${told.join(', and ')}`,
    });
  }
  return signs;
}

function kindOf({ url, work }: PerhapsPrimary): string | undefined {
  if (work !== undefined) {
    const { citedBy } = work;
    return citedBy > 0 ? `a work of scholarship, cited ${citedBy}×` : 'a work of scholarship';
  }
  return url === undefined ? undefined : primaryHost(url);
}

/** How many owners of the pool refer to each host; a host that refers to itself counts for nothing. */
function countReferring(sources: readonly PerhapsPrimary[]): ReadonlyMap<string, number> {
  const owners = new Map<string, Set<string>>();
  for (const { url, refersTo = [] } of sources) {
    const own = url === undefined ? 'a document' : (registrableHost(url) ?? url);
    for (const host of refersTo) {
      if (host === own) continue;
      owners.set(host, (owners.get(host) ?? new Set()).add(own));
    }
  }
  return new Map([...owners].map(([host, referring]) => [host, referring.size]));
}
