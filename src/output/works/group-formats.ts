import type { WorksGroup } from '../../core/works/works-group.ts';
import { csvLine } from '../csv-line.ts';

/** Counts of works by the values of a field, as text; the names of the fields are those of OpenAlex. */
export const GROUP_FORMATS = {
  json: (groups) => `${JSON.stringify(groups.map(toObject), undefined, 2)}\n`,
  jsonl: (groups) => groups.map((group) => `${JSON.stringify(toObject(group))}\n`).join(''),
  csv: (groups) =>
    [
      ['key', 'key_display_name', 'count'],
      ...groups.map(({ key, name, count }) => [key, name, count]),
    ]
      .map(csvLine)
      .join(''),
} satisfies Record<string, (groups: readonly WorksGroup[]) => string>;

function toObject({ key, name, count }: WorksGroup) {
  return { key, key_display_name: name, count };
}
