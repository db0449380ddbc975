import { Flags } from '@oclif/core';
import type { SettingFlags } from '../../config/flag-layer.ts';
import type { DisplayFlags } from '../execute-run.ts';
import { sourceFlags } from '../source-flags.ts';

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
  ...sourceFlags,
};

/** Flags of `library add` as they were given. */
export interface AddFlags extends SettingFlags, DisplayFlags {
  prune?: boolean | undefined;
  workers?: number | undefined;
  password?: string | undefined;
}
