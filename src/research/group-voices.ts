import type { ScholarlyWork } from '../core/scholarly-work.ts';
import { registrableHost } from './registrable-host.ts';

/** What tells whose voice a source is. */
export interface Voice {
  url?: string;
  path?: string;
  author?: string;
  /** Of a work of scholarship: who wrote it counts, and not whose address leads to it. */
  work?: Pick<ScholarlyWork, 'id' | 'authors'>;
}

/**
 * Groups sources that depend on each other: of one owner of a host, of one named author, or the same document. Gives
 * the number of each source's group, counted from 0 in order of their first members.
 * @param isCopy says of two sources whether one has its text from the other.
 */
export function groupVoices<V extends Voice>(
  sources: readonly V[],
  isCopy: (left: V, right: V) => boolean = () => false,
): number[] {
  const groups: { members: V[]; names: ReadonlySet<string> }[] = [];
  for (const source of sources) {
    let joined = { members: [source], names: new Set(namesOf(source)) };
    // One source may bring groups together that had nothing in common before.
    for (const group of groups.filter(
      ({ members, names }) =>
        !names.isDisjointFrom(joined.names) || members.some((member) => isCopy(member, source)),
    )) {
      groups.splice(groups.indexOf(group), 1);
      joined = {
        members: [...group.members, ...joined.members],
        names: joined.names.union(group.names),
      };
    }
    groups.push(joined);
  }
  const places = sources.map((source) =>
    groups.findIndex(({ members }) => members.includes(source)),
  );
  const order = [...new Set(places)];
  return places.map((place) => order.indexOf(place));
}

/** The names that a source goes by; two sources that share one are one voice. */
export function namesOf({ url, path, author, work }: Voice): string[] {
  if (work !== undefined) return [`work ${work.id}`, ...work.authors.flatMap(authorName)];
  const host = url === undefined ? undefined : registrableHost(url);
  const names = [host === undefined ? `document ${path ?? url ?? ''}` : `host ${host}`];
  return author === undefined ? names : [...names, ...authorName(author)];
}

function authorName(author: string): string[] {
  const person = author
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return person === '' ? [] : [`author ${person}`];
}
