import { Flags } from '@oclif/core';

/** Flags of every command that runs keywords through research. */
export const researchFlags = {
  'from-file': Flags.string({
    char: 'f',
    helpValue: 'PATH|-',
    summary: 'read keywords from a .txt, .csv, .tsv or .jsonl file, or from standard input with -',
  }),
  parallel: Flags.string({
    char: 'p',
    helpValue: 'N|auto',
    summary: 'keywords at a time (default 1); auto picks what the limits and this machine bear',
  }),
  'fan-out': Flags.string({
    helpValue: 'N',
    summary: 'calls at a time inside one keyword (default 4)',
  }),
  'continue-on-error': Flags.boolean({
    summary: 'process every keyword and report the failures at the end',
    exclusive: ['fail-fast'],
  }),
  'fail-fast': Flags.boolean({ summary: 'stop at the first failure (the default)' }),
  'output-dir': Flags.string({
    char: 'o',
    helpValue: 'DIR',
    summary: 'where articles and dossiers are written (default ./content)',
  }),
  research: Flags.string({
    helpValue: 'tavily,library',
    summary: 'where to research (default tavily with TAVILY_API_KEY, else library)',
  }),
  library: Flags.string({
    helpValue: 'PATH',
    multiple: true,
    multipleNonGreedy: true,
    summary: 'folder or file of documents to research in, repeatable (default: shipped examples)',
  }),
  'max-cost': Flags.string({
    helpValue: 'USD',
    summary: 'never start a call that could take the run past this sum',
  }),
  report: Flags.string({
    helpValue: 'PATH',
    multiple: true,
    multipleNonGreedy: true,
    summary:
      'write a report at the end, repeatable: .csv .json .jsonl .junit.xml .html .md by its ending',
  }),
  cache: Flags.boolean({
    allowNo: true,
    summary: 'use answers and dossiers of earlier runs again (the default); --no-cache pays anew',
  }),
  'research-ttl': Flags.string({
    helpValue: 'HOURS',
    summary: 'how long research of earlier runs is good (default 168)',
  }),
  'reuse-similar': Flags.string({
    helpValue: '0..1',
    summary: 'share the research of keywords that are at least so alike, such as 0.9',
  }),
  json: Flags.boolean({ summary: 'print one JSON document on stdout and nothing else there' }),
  reporter: Flags.option({
    options: ['default', 'lines', 'ndjson', 'silent'] as const,
    default: 'default' as const,
    summary: 'how progress is shown on stderr',
  })(),
  quiet: Flags.boolean({ char: 'q', summary: 'no progress: only failures and the summary' }),
  debug: Flags.boolean({ summary: 'show every step and call on stderr' }),
};

const { 'from-file': _fromFile, ...sessionFlags } = researchFlags;

/** Flags of commands that go on with a run: those that change settings, and those that change what is shown. */
export const resumeFlags = {
  ...sessionFlags,
  format: Flags.string({
    helpValue: 'md,html,json',
    summary: 'files to write for each article (default md)',
  }),
  writer: Flags.string({
    helpValue: 'openai|extractive',
    summary: 'who writes (default openai with OPENAI_API_KEY or OPENAI_BASE_URL, else extractive)',
  }),
  template: Flags.string({
    helpValue: 'NAME|PATH',
    summary:
      'kind of article: guide (default), listicle, comparison, how-to, glossary, product, or a file',
  }),
};

/** Flags of every command that writes articles, beside those of the research. */
export const writingFlags = {
  ...researchFlags,
  ...resumeFlags,
  'dry-run': Flags.boolean({
    summary: 'research only: write dossiers and tell what the articles would cost',
    default: false,
  }),
};
