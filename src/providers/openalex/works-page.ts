import { rebuildAbstract } from '../../core/works/rebuild-abstract.ts';
import type { WorksGroup } from '../../core/works/works-group.ts';
import { jsonField } from '../../core/json-field.ts';
import type { RawWork } from '../../core/works/read-work.ts';

/** One page of works as it is kept. */
export interface WorksPage {
  /** Works that the whole list has, as this page says. */
  count: number;
  works: readonly RawWork[];
  groups: readonly WorksGroup[];
  /** Of the next page, where pages are asked for by cursor and there is one more. */
  nextCursor?: string;
}

/** Longer cursors are none. */
const LONGEST_CURSOR = 1000;
const LONGEST_GROUP = 500;

/** The page in the body of an answer; undefined for a body that is no page of works. Abstracts become text. */
export function readWorksPage(body: unknown): WorksPage | undefined {
  const meta = jsonField(body, 'meta');
  const count = jsonField(meta, 'count');
  const results = jsonField(body, 'results');
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return undefined;
  if (!Array.isArray(results)) return undefined;
  const groups = jsonField(body, 'group_by');
  const cursor = jsonField(meta, 'next_cursor');
  return {
    count,
    works: results.filter(isObject).map(withAbstract),
    groups: Array.isArray(groups) ? groups.flatMap(readGroup) : [],
    ...(typeof cursor === 'string' && cursor.length <= LONGEST_CURSOR && { nextCursor: cursor }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The inverted index takes three times the room of the text that it stands for. */
function withAbstract({
  abstract_inverted_index: index,
  ...work
}: Record<string, unknown>): RawWork {
  return index === undefined ? work : { ...work, abstract: rebuildAbstract(index) ?? null };
}

function readGroup(group: unknown): WorksGroup[] {
  const count = jsonField(group, 'count');
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return [];
  const key = readLabel(jsonField(group, 'key'));
  return [{ key, name: readLabel(jsonField(group, 'key_display_name')) || key, count }];
}

/** Years come as numbers, yes and no as either. */
function readLabel(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, LONGEST_GROUP);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
