import { Flags } from '@oclif/core';

/** Flags of every command that works on a run: how it is shown and told. */
export const displayFlags = {
  json: Flags.boolean({ summary: 'print one JSON document on stdout and nothing else there' }),
  reporter: Flags.option({
    options: ['default', 'lines', 'ndjson', 'silent'] as const,
    default: 'default' as const,
    summary: 'how progress is shown on stderr',
  })(),
  quiet: Flags.boolean({ char: 'q', summary: 'no progress: only failures and the summary' }),
  debug: Flags.boolean({ summary: 'show every step and call on stderr' }),
};
