import { join } from 'node:path';
import type { LoadedSettings } from '../../config/load-settings.ts';
import { decodeText } from '../../input/decode-text.ts';
import { readLimitedStream } from '../../input/read-limited.ts';
import { MAXIMUM_TABLE_BYTES } from '../../input/read-source-table.ts';
import { writeFileAtomically } from '../../output/write-file-atomically.ts';
import type { ExtractionSpec } from '../../run/extraction/extraction-spec.ts';

/**
 * Rows of standard input are kept in the state folder: nothing else could bring them back to a run that goes on later.
 * Other tables stay where they are.
 */
export async function keepStandardInput(
  table: ExtractionSpec['table'],
  place: {
    run: string;
    loaded: Pick<LoadedSettings, 'stateDirectory'>;
    stdin: AsyncIterable<Uint8Array | string>;
  },
): Promise<ExtractionSpec['table']> {
  if (table?.path !== '-') return table;
  const name = 'standard input';
  const text = decodeText(await readLimitedStream(place.stdin, name, MAXIMUM_TABLE_BYTES), name);
  const ending = /^\s*\{/.test(text) ? 'jsonl' : 'csv';
  const path = join(place.loaded.stateDirectory, 'rows', `${place.run}.${ending}`);
  await writeFileAtomically(path, text, place.run);
  return { ...table, path };
}
