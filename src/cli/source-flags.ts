import { Flags } from '@oclif/core';
import { displayFlags } from './display-flags.ts';

/** The most that a run may spend. */
export const maxCostFlag = Flags.string({
  helpValue: 'USD',
  summary: 'never start a call that could take the run past this sum',
});

/** Reports of a run. */
export const reportFlag = Flags.string({
  helpValue: 'PATH',
  multiple: true,
  multipleNonGreedy: true,
  summary:
    'write a report at the end, repeatable: .csv .json .jsonl .junit.xml .html .md by its ending',
});

/** Who makes the vectors of a library. */
export const embeddingsFlag = Flags.string({
  helpValue: 'offline|openai|none',
  summary:
    'who makes vectors for search in a library by meaning (default openai with OPENAI_API_KEY, else offline)',
});

/** Flags of commands that take documents or rows one by one: their failures are collected unless said otherwise. */
export const sourceFlags = {
  'continue-on-error': Flags.boolean({
    summary: 'do all that can be done and report the failures at the end (the default)',
    exclusive: ['fail-fast'],
  }),
  'fail-fast': Flags.boolean({ summary: 'stop at the first failure' }),
  workers: Flags.integer({
    min: 1,
    max: 64,
    helpValue: 'N',
    summary: 'documents that are parsed at a time (default: one a core)',
    exclusive: ['from-file'],
  }),
  password: Flags.string({
    helpValue: 'TEXT',
    summary: 'password of encrypted PDFs',
    exclusive: ['from-file'],
  }),
  'max-cost': maxCostFlag,
  report: reportFlag,
  ...displayFlags,
};
