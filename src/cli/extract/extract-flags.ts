import { Flags } from '@oclif/core';
import type { SettingFlags } from '../../config/flag-layer.ts';
import type { RowFormatName } from '../../output/row-formats.ts';
import type { DisplayFlags } from '../execute-run.ts';
import { sourceFlags } from '../source-flags.ts';

/** Flags of `extract`. */
export const extractFlags = {
  'from-file': Flags.string({
    char: 'f',
    helpValue: 'PATH|-',
    summary: 'take the rows of a .csv, .tsv, .jsonl or .txt file, or of standard input with -',
  }),
  columns: Flags.string({
    helpValue: 'a,b',
    summary: 'columns that make up the text of a row (default: all)',
    dependsOn: ['from-file'],
  }),
  fields: Flags.string({
    helpValue: 'a,b:TYPE',
    summary: 'what to look for: names, with a type where the name does not say it',
    exclusive: ['schema'],
  }),
  schema: Flags.string({
    helpValue: 'PATH',
    summary: 'what to look for, as a JSON Schema with types, enums, formats and descriptions',
  }),
  patterns: Flags.string({
    helpValue: 'PATH',
    summary: 'regular expressions of your own by name, in a YAML or JSON file',
  }),
  method: Flags.option({
    options: ['ai', 'pattern'] as const,
    helpValue: 'ai|pattern',
    summary:
      'a model, or patterns (default: ai with OPENAI_API_KEY or OPENAI_BASE_URL and no --patterns, else pattern)',
  })(),
  discover: Flags.boolean({
    summary: 'propose fields from a sample instead, as a table or with --json as a JSON Schema',
    exclusive: ['fields', 'schema', 'output', 'resume'],
  }),
  output: Flags.string({
    char: 'o',
    helpValue: 'PATH',
    summary: 'file to write, .csv, .jsonl or .json (default: CSV on standard output)',
  }),
  format: Flags.option({
    options: ['csv', 'jsonl', 'json'] as const,
    helpValue: 'csv|jsonl|json',
    summary: 'what to write (default: by the ending of --output, else csv)',
  })(),
  resume: Flags.string({
    helpValue: '[RUN]',
    summary: 'go on with the newest run, or the one of that name; files and fields come from it',
    exclusive: [
      'from-file',
      'fields',
      'schema',
      'patterns',
      'method',
      'output',
      'format',
      'language',
    ],
  }),
  parallel: Flags.string({
    char: 'p',
    helpValue: 'N',
    summary: 'items at a time (default: 4 with a model, one a core with patterns)',
  }),
  language: Flags.string({ helpValue: 'TAG', summary: 'language of the texts, such as de' }),
  cache: Flags.boolean({
    allowNo: true,
    summary: 'use answers and values of earlier runs again (the default); --no-cache pays anew',
  }),
  ...sourceFlags,
};

/** Flags of `extract` as they were given. */
export interface ExtractFlags extends Omit<SettingFlags, 'format'>, DisplayFlags {
  format?: RowFormatName | undefined;
  'from-file'?: string | undefined;
  columns?: string | undefined;
  fields?: string | undefined;
  schema?: string | undefined;
  patterns?: string | undefined;
  method?: 'ai' | 'pattern' | undefined;
  output?: string | undefined;
  workers?: number | undefined;
  password?: string | undefined;
}
