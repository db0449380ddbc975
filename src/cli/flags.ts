import { Flags } from '@oclif/core';
import { displayFlags } from './display-flags.ts';
import { embeddingsFlag, maxCostFlag, reportFlag } from './source-flags.ts';

/** Flags of every command that runs keywords through research. */
export const researchFlags = {
  'from-file': Flags.string({
    char: 'f',
    helpValue: 'PATH|-',
    summary: 'read keywords from a .txt, .csv, .tsv or .jsonl file, or from standard input with -',
  }),
  source: Flags.string({
    helpValue: 'URL|PATH',
    multiple: true,
    multipleNonGreedy: true,
    summary: 'web page or file that is read for every keyword, repeatable',
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
    helpValue: 'tavily,library,openalex,searxng',
    summary: 'where to research (default tavily with TAVILY_API_KEY, else library)',
  }),
  depth: Flags.string({
    helpValue: 'quick|standard|deep',
    summary:
      'how far research goes; deep reads, finds what is still open and asks again (default standard)',
  }),
  'include-domains': Flags.string({
    helpValue: 'example.org,…',
    summary: 'only web pages of these domains',
  }),
  'exclude-domains': Flags.string({
    helpValue: 'example.com,…',
    summary: 'no web pages of these domains',
  }),
  site: Flags.string({
    helpValue: 'DOMAIN',
    multiple: true,
    multipleNonGreedy: true,
    summary:
      'map this site and read its pages on the keyword, repeatable; needs --depth deep and TAVILY_API_KEY',
  }),
  'time-range': Flags.string({
    helpValue: 'day|week|month|year',
    summary: 'only web pages of that time',
  }),
  country: Flags.string({
    helpValue: 'NAME',
    summary: 'prefer web pages of this country, by its English name, such as germany',
  }),
  topic: Flags.string({
    helpValue: 'general|news|finance',
    summary: 'kind of web search (default general)',
  }),
  'allow-private': Flags.boolean({
    allowNo: true,
    summary: 'read pages from private networks and from this machine, too',
  }),
  library: Flags.string({
    helpValue: 'PATH',
    multiple: true,
    multipleNonGreedy: true,
    summary: 'folder or file of documents to research in, repeatable (default: shipped examples)',
  }),
  embeddings: embeddingsFlag,
  'min-sources': Flags.string({
    helpValue: 'N',
    summary: 'report research with fewer independent sources as thin (default 3)',
  }),
  'on-duplicate': Flags.string({
    helpValue: 'warn|skip|fail|merge',
    summary:
      'what to do with keywords that compete with each other or with articles already there (default warn)',
  }),
  language: Flags.string({
    helpValue: 'TAG',
    summary: 'language of titles, headings, phrases and dates, such as de or pt-BR (default en)',
  }),
  'max-cost': maxCostFlag,
  report: reportFlag,
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
  similarity: Flags.string({
    helpValue: 'words|meaning',
    summary:
      'how keywords are compared for --reuse-similar and --on-duplicate (default words); meaning knows English',
  }),
  ...displayFlags,
};

const { 'from-file': _fromFile, source: _source, ...sessionFlags } = researchFlags;

/** Flags of commands that go on with a run: those that change settings, and those that change what is shown. */
export const resumeFlags = {
  ...sessionFlags,
  format: Flags.string({
    helpValue: 'md,html,json,wordpress',
    summary: 'files to write for each article (default md); wordpress is block HTML to paste',
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
  tone: Flags.string({
    helpValue: 'TEXT',
    summary: 'the voice to write in, such as "plain and friendly"',
  }),
  audience: Flags.string({
    helpValue: 'TEXT',
    summary: 'whom the articles are for, such as "first-time buyers"',
  }),
  instructions: Flags.string({
    helpValue: 'TEXT',
    summary: 'what a model is told beside the template',
  }),
  'min-support': Flags.string({
    helpValue: '0..1',
    summary: 'fail an article with a lower share of supported sentences (default 0: only report)',
  }),
  unsupported: Flags.string({
    helpValue: 'remove|mark',
    summary: 'what becomes of sentences that no revision could support (default remove)',
  }),
  judge: Flags.boolean({
    allowNo: true,
    summary: 'ask the model for the sentences that the check cannot decide',
  }),
  'max-verbatim': Flags.string({
    helpValue: 'N',
    summary: 'words that a model may copy from a source in one run (default 25)',
  }),
  'internal-links': Flags.string({
    helpValue: 'N',
    summary: 'links from an article to others of the output folder at most (default 3, 0 for none)',
  }),
  'citation-style': Flags.string({
    helpValue: 'numbered|apa|mla|chicago',
    summary: 'style of the list of sources (default numbered)',
  }),
  bibliography: Flags.boolean({
    allowNo: true,
    summary: 'write references.bib with all cited sources at the end',
  }),
  sitemap: Flags.boolean({
    allowNo: true,
    summary: 'write sitemap.xml at the end; needs --site-url',
  }),
  index: Flags.boolean({
    allowNo: true,
    summary: 'write a page that lists all articles at the end',
  }),
  preset: Flags.string({
    helpValue: 'plain|hugo|astro|jekyll|nextra',
    summary: 'front matter and links for a site generator (default plain)',
  }),
  'site-url': Flags.string({
    helpValue: 'URL',
    summary: 'where the articles will stand, for canonical addresses, links and the sitemap',
  }),
  publish: Flags.string({
    helpValue: 'wordpress,ghost',
    summary: 'put finished articles there as drafts, never as published pages',
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
