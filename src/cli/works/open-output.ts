import type { TextSink } from '../../output/ordered-rows.ts';
import { GROUP_FORMATS } from '../../output/works/group-formats.ts';
import { WORKS_FORMATS } from '../../output/works/works-formats.ts';
import { openFile, type OpenFile } from '../../output/write-file-atomically.ts';
import type { WorksOutput } from '../../run/works/write-works.ts';
import type { WorksSpec } from '../../run/works/works-spec.ts';
import { STANDARD_OUTPUT } from '../standard-output.ts';
import { groupsTable, worksTable } from './works-table.ts';

/** The output of a fetch, which begins with the first works. */
export interface OpenedOutput extends WorksOutput {
  /** Leaves an old file as it was. */
  discard: () => void;
}

/**
 * Opens the output that a fetch was asked for.
 * @param path absolute; standard output when absent.
 * @throws AppError `OUTPUT_UNWRITABLE`.
 */
export function openOutput(
  spec: Pick<WorksSpec, 'format' | 'isSelected' | 'query'>,
  place: { path: string | undefined; run: string; columns: number },
): OpenedOutput {
  const file: OpenFile | undefined =
    place.path === undefined ? undefined : openFile(place.path, place.run);
  const sink: TextSink = file ?? STANDARD_OUTPUT;
  const { format } = spec;
  const fields = spec.isSelected
    ? spec.query.select.map((field) => (field === 'abstract_inverted_index' ? 'abstract' : field))
    : undefined;
  const form = format === 'table' ? worksTable(place.columns) : WORKS_FORMATS[format](fields);
  const isGrouped = spec.query.groupBy !== undefined;
  let hasBegun = false;
  let isFirst = true;
  const begin = async () => {
    if (hasBegun || isGrouped) return;
    hasBegun = true;
    await sink.write(form.head);
  };
  const end = async () => {
    await begin();
    if (!isGrouped) await sink.write(form.tail);
    await file?.commit();
  };
  return {
    works: async (works) => {
      await begin();
      const text = await form.works(works, isFirst);
      if (text !== '') isFirst = false;
      await sink.write(text);
    },
    groups: (groups) =>
      sink.write(
        format === 'json' || format === 'jsonl' || format === 'csv'
          ? GROUP_FORMATS[format](groups)
          : groupsTable(groups, place.columns),
      ),
    end,
    giveUp: async () => (file === undefined ? end() : file.discard()),
    discard: () => file?.discard(),
  };
}
