import { Flags } from '@oclif/core';
import type { SettingFlags } from '../../config/flag-layer.ts';
import { displayFlags } from '../display-flags.ts';
import type { DisplayFlags } from '../execute-run.ts';

/** Who makes the vectors of the library. */
export const embeddingsFlag = Flags.string({
  helpValue: 'offline|openai|none',
  summary:
    'who makes the vectors for search by meaning (default openai with OPENAI_API_KEY, else offline)',
});

/** Flags of `library add`. */
export const addFlags = {
  prune: Flags.boolean({ summary: 'drop documents below these paths whose files are gone' }),
  embeddings: embeddingsFlag,
  parallel: Flags.string({
    char: 'p',
    helpValue: 'N',
    summary: 'documents at a time, whose texts are embedded together (default 16)',
  }),
  workers: Flags.integer({
    min: 1,
    max: 64,
    helpValue: 'N',
    summary: 'documents that are parsed at a time (default: one a core)',
  }),
  password: Flags.string({ helpValue: 'TEXT', summary: 'password of encrypted PDFs' }),
  'continue-on-error': Flags.boolean({
    summary: 'add all that can be added and report the failures at the end (the default)',
    exclusive: ['fail-fast'],
  }),
  'fail-fast': Flags.boolean({ summary: 'stop at the first failure' }),
  'max-cost': Flags.string({
    helpValue: 'USD',
    summary: 'never start a call that could take the run past this sum',
  }),
  report: Flags.string({
    helpValue: 'PATH',
    multiple: true,
    multipleNonGreedy: true,
    summary: 'write a report at the end, repeatable: .csv .json .jsonl .junit.xml .html .md',
  }),
  ...displayFlags,
};

/** Flags of `library add` as they were given. */
export interface AddFlags extends SettingFlags, DisplayFlags {
  prune?: boolean | undefined;
  workers?: number | undefined;
  password?: string | undefined;
}
