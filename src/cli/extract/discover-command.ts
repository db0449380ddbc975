import { AppError } from '../../core/errors.ts';
import { discoverFields } from '../../extraction/discovery/discover-fields.ts';
import { toJsonSchema } from '../../extraction/discovery/to-json-schema.ts';
import { terminalText } from '../terminal-text.ts';
import type { ExtractFlags } from './extract-flags.ts';
import { formatDiscovered } from './format-discovered.ts';
import { loadExtractionSettings } from './load-extraction-settings.ts';
import { openSource } from './open-source.ts';
import { readSample } from './read-sample.ts';
import { requireOneSource } from './require-one-source.ts';
import { tableOf } from './read-spec.ts';

/**
 * Proposes fields for documents or rows from a sample of them: a table for people, a JSON Schema with `--json`.
 * @throws AppError for wrong usage, input or configuration, or what the model failed with.
 */
export async function discoverCommand(request: {
  files: readonly string[];
  flags: ExtractFlags;
  note: (text: string) => void;
}): Promise<string> {
  const { files, flags } = request;
  requireOneSource(files, flags);
  if (flags['from-file'] === '-') throw noSampleOfStdin();
  const note = (text: string) => {
    if (!flags.quiet) request.note(terminalText(text));
  };
  const cwd = process.cwd();
  const settings = await loadExtractionSettings({ cwd, flags });
  const { baseDirectory } = settings.loaded;
  const { source, notes } = await openSource({
    spec: { fields: [], ...tableOf(flags, cwd) },
    files,
    cwd,
    baseDirectory,
  });
  for (const text of notes) note(text);
  const { password, workers } = flags;
  const sample = await readSample(source, { baseDirectory, password, workers, note });
  note(`Looked into ${sample.length} of ${source.items.length}.`);
  const fields =
    settings.method === 'ai'
      ? await (
          await import('./propose-by-model.ts')
        ).proposeByModel(sample, { ...settings, cwd, note })
      : discoverFields(sample);
  return flags.json
    ? `${JSON.stringify(toJsonSchema(fields), undefined, 2)}\n`
    : formatDiscovered(fields);
}

function noSampleOfStdin(): AppError {
  return new AppError('USAGE', 'Fields cannot be proposed for rows of standard input.', {
    suggestions: ['Save the rows in a file: seo-content extract --from-file rows.csv --discover'],
  });
}
