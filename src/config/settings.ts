import type { ResearchDepth } from '../core/research-depth.ts';

import type { CitationStyle } from '../core/references/citation-style.ts';

type OutputFormat = 'md' | 'html' | 'json' | 'wordpress';
type Preset = 'plain' | 'hugo' | 'astro' | 'jekyll' | 'nextra';
export type PublishTarget = 'wordpress' | 'ghost';
export type OnDuplicate = 'warn' | 'skip' | 'fail' | 'merge';
export type ResearchName = 'tavily' | 'library' | 'openalex' | 'searxng';
type TimeRange = 'day' | 'week' | 'month' | 'year';
type WebTopic = 'general' | 'news' | 'finance';
type EmbeddingsName = 'offline' | 'openai' | 'none';
type Similarity = 'words' | 'meaning';
type WriterName = 'openai' | 'extractive';
type RunMode = 'fail-fast' | 'continue';

/** Every setting with its value in force; what each means is told in `UserConfig`. */
export interface Settings {
  parallel: number | 'auto';
  fanOut: number;
  mode: RunMode;
  /** Absolute. */
  outputDir: string;
  /** Without repeats, at least one. */
  formats: readonly OutputFormat[];
  /** Absolute paths; the ending of each says what it holds. */
  reports: readonly string[];
  /** Without repeats, at least one. */
  research: readonly ResearchName[];
  /** How far the research of a keyword goes. */
  depth: ResearchDepth;
  /** Hosts that pages of the web may come from; all when there are none. */
  includeDomains: readonly string[];
  /** Hosts whose pages are never taken. */
  excludeDomains: readonly string[];
  /** Hosts that deep research maps and reads. */
  sites: readonly string[];
  timeRange?: TimeRange;
  /** Its English name in lower case, such as `germany`. */
  country?: string;
  /** The kind of web search. */
  topic: WebTopic;
  /** Pages may be read from addresses of private networks and of this machine. */
  allowPrivate: boolean;
  /** Absolute paths; none stands for the examples that ship with the program. */
  library: readonly string[];
  /** Who makes the vectors for search by meaning. */
  embeddings: EmbeddingsName;
  writer: WriterName;
  /** A name, or an absolute path. */
  template: string;
  /** Canonical BCP 47 tag. */
  language: string;
  tone?: string;
  audience?: string;
  instructions?: string;
  /** Fewer independent sources are thin research. */
  minSources: number;
  maxSources: number;
  maxSourceTokens: number;
  /** An article with a lower share of supported sentences fails. */
  minSupport: number;
  /** What becomes of sentences that no revision could support. */
  unsupported: 'remove' | 'mark';
  /** Ask the model for the sentences that the check cannot decide. */
  judge: boolean;
  /** Words that a model may copy from a source in one run. */
  maxVerbatim: number;
  onDuplicate: OnDuplicate;
  /** Links that an article may have to others; 0 for none. */
  internalLinks: number;
  /** Of the list of sources below an article. */
  citationStyle: CitationStyle;
  /** Write `references.bib` at the end of a run. */
  bibliography: boolean;
  sitemap: boolean;
  index: boolean;
  preset: Preset;
  site: { url?: string; name?: string };
  publish: readonly PublishTarget[];
  wordpress: { url?: string; user?: string };
  ghost: { url?: string };
  openai: { model: string; embeddingModel: string; baseUrl?: string; maxOutputTokens: number };
  tavily: {
    searchDepth: 'basic' | 'advanced' | 'fast' | 'ultra-fast';
    apiBaseUrl?: string;
    maxResults: number;
  };
  openalex: { baseUrl?: string; mailto?: string; maxResults: number };
  searxng: { baseUrl?: string; maxResults: number };
  limits: {
    tavily: { requestsPerMinute: number; concurrency: number };
    openalex: { requestsPerSecond: number; concurrency: number };
    searxng: { requestsPerMinute: number; concurrency: number };
    web: { requestsPerMinute: number; concurrency: number };
    openai: { requestsPerMinute: number; tokensPerMinute: number; concurrency: number };
  };
  /** US dollars that a run may spend; no limit when absent. */
  maxCostUsd?: number;
  cache: { enabled: boolean; researchTtlHours: number };
  /** How alike two keywords must be to share their research, above 0 to 1; never when absent. */
  reuseSimilar?: number;
  /** What likeness of keywords means, for `reuseSimilar` and `onDuplicate`. */
  similarity: Similarity;
  /** Go over those of the shipped list. */
  prices?: {
    models?:
      | Readonly<
          Record<string, { input: number; cachedInput?: number | undefined; output: number }>
        >
      | undefined;
    credits?: Readonly<Record<string, number>> | undefined;
  };
  timeouts: { attemptMs: number; idleMs: number };
  retries: { attempts: number; maxElapsedMs: number };
}

/** What holds where nothing else was said; writer and research may still change with the keys. */
export const DEFAULT_SETTINGS: Readonly<Settings> = {
  parallel: 1,
  fanOut: 4,
  mode: 'fail-fast',
  outputDir: './content',
  formats: ['md'],
  reports: [],
  research: ['library'],
  depth: 'standard',
  includeDomains: [],
  excludeDomains: [],
  sites: [],
  topic: 'general',
  allowPrivate: false,
  library: [],
  embeddings: 'offline',
  writer: 'extractive',
  template: 'guide',
  language: 'en',
  minSources: 3,
  maxSources: 8,
  maxSourceTokens: 12_000,
  minSupport: 0,
  unsupported: 'remove',
  judge: false,
  maxVerbatim: 25,
  onDuplicate: 'warn',
  internalLinks: 3,
  citationStyle: 'numbered',
  bibliography: false,
  sitemap: false,
  index: false,
  preset: 'plain',
  site: {},
  publish: [],
  wordpress: {},
  ghost: {},
  openai: {
    model: 'gpt-5.4-mini',
    embeddingModel: 'text-embedding-3-small',
    maxOutputTokens: 16_000,
  },
  tavily: { searchDepth: 'basic', maxResults: 5 },
  openalex: { maxResults: 8 },
  searxng: { maxResults: 8 },
  limits: {
    tavily: { requestsPerMinute: 100, concurrency: 16 },
    openalex: { requestsPerSecond: 10, concurrency: 24 },
    searxng: { requestsPerMinute: 60, concurrency: 4 },
    web: { requestsPerMinute: 300, concurrency: 8 },
    openai: { requestsPerMinute: 500, tokensPerMinute: 200_000, concurrency: 16 },
  },
  cache: { enabled: true, researchTtlHours: 168 },
  similarity: 'words',
  timeouts: { attemptMs: 120_000, idleMs: 30_000 },
  retries: { attempts: 5, maxElapsedMs: 300_000 },
};
