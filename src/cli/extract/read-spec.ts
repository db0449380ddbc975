import { extname, resolve } from 'node:path';
import { readSmallFile } from '../../config/read-small-file.ts';
import { AppError } from '../../core/errors.ts';
import type { Field } from '../../extraction/field.ts';
import { readFields } from '../../extraction/fields/read-fields.ts';
import { readPatterns, type NamedPattern } from '../../extraction/fields/read-patterns.ts';
import { readSchema } from '../../extraction/fields/read-schema.ts';
import type { RowFormatName } from '../../output/row-formats.ts';
import type { ExtractionMethod, ExtractionSpec } from '../../run/extraction/extraction-spec.ts';
import type { ExtractFlags } from './extract-flags.ts';

/** Bytes of a schema or of patterns. */
const LARGEST_DEFINITION = 1024 * 1024;

const FORMATS: Readonly<Record<string, RowFormatName>> = {
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
};

/**
 * What the command line asks an extraction for.
 * @throws AppError `USAGE` or `INPUT_INVALID` for fields, schemas and patterns that cannot be used.
 */
export async function readSpec(request: {
  flags: ExtractFlags;
  cwd: string;
  method: ExtractionMethod;
}): Promise<ExtractionSpec> {
  const { flags, cwd, method } = request;
  const patterns = await readPatternFile(flags.patterns, cwd);
  const { output, language } = flags;
  if (output === undefined && flags.json) {
    throw new AppError('USAGE', '--json and the rows both want standard output.', {
      suggestions: ['Name a file for the rows: --output rows.csv'],
    });
  }
  return {
    method,
    fields: await fieldsOf(flags, patterns, cwd),
    patterns,
    ...tableOf(flags, cwd),
    ...(output === undefined ? {} : { outputPath: resolve(cwd, output) }),
    format: formatOf(flags),
    ...(language === undefined ? {} : { language }),
  };
}

/** The table that the command line names, if it names one. */
export function tableOf(flags: ExtractFlags, cwd: string): Pick<ExtractionSpec, 'table'> {
  const rows = flags['from-file'];
  if (rows === undefined) return {};
  const path = rows === '-' ? '-' : resolve(cwd, rows);
  return { table: { path, columns: namesOf(flags.columns) } };
}

async function fieldsOf(
  flags: ExtractFlags,
  patterns: readonly NamedPattern[],
  cwd: string,
): Promise<readonly Field[]> {
  if (flags.schema !== undefined) {
    return readSchema(await readDefinition(flags.schema, cwd), flags.schema);
  }
  if (flags.fields !== undefined) return readFields(flags.fields);
  if (patterns.length > 0) return patterns.map(({ name, type }) => ({ name, type }));
  throw new AppError('USAGE', 'It is not said which fields to look for.', {
    suggestions: [
      'Name them: --fields "date,total:money,iban"',
      'Or give a JSON Schema: --schema invoice.json',
      'Or let the program propose some: --discover',
    ],
  });
}

async function readPatternFile(
  path: string | undefined,
  cwd: string,
): Promise<readonly NamedPattern[]> {
  return path === undefined ? [] : readPatterns(await readDefinition(path, cwd), path);
}

/** The text of a schema or a file of patterns. */
async function readDefinition(path: string, cwd: string): Promise<string> {
  const found = await readSmallFile(resolve(cwd, path), LARGEST_DEFINITION);
  if (found !== undefined && 'text' in found) return found.text;
  throw new AppError('INPUT_INVALID', `The file ${path} ${found?.problem ?? 'does not exist'}.`, {
    suggestions: [`Check the path; it was looked for at ${resolve(cwd, path)}.`],
  });
}

/** @throws AppError `USAGE` for a file whose ending says no format, where none was named. */
function formatOf({ output, format }: ExtractFlags): RowFormatName {
  if (format !== undefined) return format;
  if (output === undefined) return 'csv';
  const found = FORMATS[extname(output).toLowerCase()];
  if (found !== undefined) return found;
  throw new AppError('USAGE', `The ending of ${output} does not say what to write.`, {
    suggestions: ['Let it end in .csv, .jsonl or .json, or say it: --format csv'],
  });
}

function namesOf(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
