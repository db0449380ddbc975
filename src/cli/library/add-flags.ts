import { Flags } from '@oclif/core';
import type { SettingFlags } from '../../config/flag-layer.ts';
import type { DisplayFlags } from '../execute-run.ts';
import { embeddingsFlag, sourceFlags } from '../source-flags.ts';

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
