import { Flags } from '@oclif/core';
import { displayFlags } from '../display-flags.ts';

const ids = (kind: string, example: string) =>
  Flags.string({
    helpValue: example,
    multiple: true,
    multipleNonGreedy: true,
    summary: `works of these ${kind}: a list with commas, repeatable`,
  });

const format = (name: string, others: readonly string[]) =>
  Flags.boolean({ summary: name, exclusive: [...others] });

const FORMATS = ['json', 'jsonl', 'csv', 'bibtex', 'csl'] as const;
const except = (name: string) => FORMATS.filter((other) => other !== name);

const { json: _json, ...progressFlags } = displayFlags;

/** Flags that a further session of a fetch takes, too. */
const worksSessionFlags = {
  parallel: Flags.string({ char: 'p', helpValue: 'N', summary: 'batches at a time (default 5)' }),
  'fan-out': Flags.string({
    helpValue: 'N',
    summary: 'pages at a time inside one batch (default 16); the rate limit bounds both',
  }),
  'continue-on-error': Flags.boolean({
    summary: 'fetch every batch and report the failures at the end (the default)',
    exclusive: ['fail-fast'],
  }),
  'fail-fast': Flags.boolean({ summary: 'stop at the first batch that fails' }),
  cache: Flags.boolean({
    allowNo: true,
    summary: 'use pages that earlier runs fetched (the default); --no-cache fetches anew',
  }),
  'research-ttl': Flags.string({
    helpValue: 'HOURS',
    summary: 'how long pages of earlier runs are good (default 168)',
  }),
  ...progressFlags,
};

/** Flags of `research openalex`. */
export const worksFlags = {
  'author-ids': ids('authors', 'A1,A2'),
  'institution-ids': ids('institutions', 'I1,I2'),
  doi: ids('DOIs', '10.1000/a,10.1000/b'),
  'work-ids': ids('numbers', 'W1,W2'),
  'topic-ids': ids('topics', 'T1,T2'),
  'ids-from': Flags.string({
    helpValue: 'PATH|-',
    summary: 'read ids from a file, several a line or one, or from standard input with -',
  }),
  search: Flags.string({
    helpValue: 'TEXT',
    summary: 'words to look for in title, abstract and text',
  }),
  filter: Flags.string({
    helpValue: 'KEY=VALUE',
    multiple: true,
    multipleNonGreedy: true,
    summary: 'a filter of OpenAlex, such as type=article or cited_by_count=>100, repeatable',
  }),
  'from-year': Flags.integer({
    helpValue: 'YEAR',
    min: 1000,
    max: 2200,
    summary: 'published from then on',
  }),
  'to-year': Flags.integer({
    helpValue: 'YEAR',
    min: 1000,
    max: 2200,
    summary: 'published until then',
  }),
  sort: Flags.string({
    helpValue: 'FIELD[:desc]',
    summary: 'order of all works, such as cited_by_count:desc (default: batch by batch)',
  }),
  limit: Flags.integer({
    helpValue: 'N',
    min: 1,
    summary: 'works over all batches (default 25)',
    exclusive: ['all'],
  }),
  all: Flags.boolean({ summary: 'every work there is' }),
  'batch-size': Flags.integer({
    helpValue: 'N',
    min: 1,
    max: 100,
    summary: 'ids a request (default 50), fewer where the address would get too long',
  }),
  select: Flags.string({
    helpValue: 'a,b',
    summary: 'fields of a work to fetch (default: what a reference needs)',
  }),
  'group-by': Flags.string({
    helpValue: 'FIELD',
    summary: 'count the works by a field, such as publication_year, instead of listing them',
    exclusive: ['limit', 'all', 'select', 'sort', 'bibtex', 'csl'],
  }),
  output: Flags.string({
    char: 'o',
    helpValue: 'PATH',
    summary: 'file to write: .json, .jsonl, .csv, .bib or .csl.json by its ending',
  }),
  json: format('one JSON array', except('json')),
  jsonl: format('a JSON object a line, written while others are fetched', except('jsonl')),
  csv: format('a table with commas', except('csv')),
  bibtex: format('BibTeX', except('bibtex')),
  csl: format('CSL-JSON, for reference managers', except('csl')),
  'dry-run': Flags.boolean({ summary: 'tell what would be asked, and send nothing' }),
  resume: Flags.string({
    helpValue: '[RUN]',
    summary: 'go on with the newest fetch, or the one of that name; ids and output come from it',
    exclusive: [
      'author-ids',
      'institution-ids',
      'doi',
      'work-ids',
      'topic-ids',
      'ids-from',
      'search',
      'filter',
      'from-year',
      'to-year',
      'sort',
      'limit',
      'all',
      'batch-size',
      'select',
      'group-by',
      'output',
      ...FORMATS,
      'dry-run',
    ],
  }),
  ...worksSessionFlags,
};

/** Flags of `research openalex` as they were given. */
export interface WorksFlags {
  'author-ids'?: readonly string[] | undefined;
  'institution-ids'?: readonly string[] | undefined;
  doi?: readonly string[] | undefined;
  'work-ids'?: readonly string[] | undefined;
  'topic-ids'?: readonly string[] | undefined;
  'ids-from'?: string | undefined;
  search?: string | undefined;
  filter?: readonly string[] | undefined;
  'from-year'?: number | undefined;
  'to-year'?: number | undefined;
  sort?: string | undefined;
  limit?: number | undefined;
  all?: boolean | undefined;
  'batch-size'?: number | undefined;
  select?: string | undefined;
  'group-by'?: string | undefined;
  output?: string | undefined;
  json?: boolean | undefined;
  jsonl?: boolean | undefined;
  csv?: boolean | undefined;
  bibtex?: boolean | undefined;
  csl?: boolean | undefined;
  'dry-run'?: boolean | undefined;
}
