import type { WorksGroup } from '../../core/works/works-group.ts';

/** The groups of all batches: counts of the same key are added up. Largest first, equal ones by their key. */
export function combineGroups(groups: Iterable<WorksGroup>): WorksGroup[] {
  const byKey = new Map<string, WorksGroup>();
  for (const group of groups) {
    const known = byKey.get(group.key);
    byKey.set(group.key, known ? { ...known, count: known.count + group.count } : group);
  }
  return [...byKey.values()].sort(
    (left, right) => right.count - left.count || (left.key < right.key ? -1 : 1),
  );
}
