import { Flags } from '@oclif/core';

/** Of commands whose result is one document. */
export const jsonFlag = Flags.boolean({ summary: 'print one JSON document', default: false });

/** How many of something are listed at most. */
export function limitFlag(what: string) {
  return Flags.integer({
    min: 1,
    max: 10_000,
    default: 20,
    helpValue: 'N',
    summary: `how many ${what} at most (default 20)`,
  });
}
