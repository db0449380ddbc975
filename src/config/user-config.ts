/** What a provider takes. */
interface RequestLimits {
  /** Requests a minute, 1 to 100,000. */
  requestsPerMinute?: number | undefined;
  /** Requests in flight at once, 1 to 200. */
  concurrency?: number | undefined;
}

/**
 * What `seo-content.config.{ts,js,json}` may hold. All of it is optional.
 * Paths count from the folder of the file. Keys have no place here: they come from the environment.
 */
export interface UserConfig {
  /** Keywords at a time, 1 to 100, or `auto` for what the providers' limits and this machine bear. Default 1. */
  parallel?: number | 'auto' | undefined;
  /** Calls at a time inside one keyword, 1 to 32. Default 4. */
  fanOut?: number | undefined;
  /** Whether the first failure stops the run. Default `fail-fast`. */
  mode?: 'fail-fast' | 'continue' | undefined;
  /** Where articles are written. Default `./content`. */
  outputDir?: string | undefined;
  /** Files written for each article. Default `['md']`. */
  formats?: ('md' | 'html' | 'json' | 'wordpress')[] | undefined;
  /** Reports to write at the end of a run, such as `content/report.csv`: .csv .json .jsonl .junit.xml .html .md. Default: none. */
  reports?: string[] | undefined;
  /** Where research is done. Default `['tavily']` with TAVILY_API_KEY, else `['library']`. */
  research?: ('tavily' | 'library' | 'openalex' | 'searxng')[] | undefined;
  /** How far the research of a keyword goes: `quick`, `standard`, or `deep`, which asks again what is still open. Default `standard`. */
  depth?: 'quick' | 'standard' | 'deep' | undefined;
  /** Domains that pages of the web may come from, 300 at most. Default: all. */
  includeDomains?: string[] | undefined;
  /** Domains whose pages are never taken, 150 at most. Default: none. */
  excludeDomains?: string[] | undefined;
  /** Domains that deep research maps and reads, 10 at most. Default: none. */
  sites?: string[] | undefined;
  /** Only pages of the last day, week, month or year. Default: all. */
  timeRange?: 'day' | 'week' | 'month' | 'year' | undefined;
  /** Prefer pages of this country: its English name, such as `germany`. Default: none. */
  country?: string | undefined;
  /** The kind of web search. Default `general`. */
  topic?: 'general' | 'news' | 'finance' | undefined;
  /** Read pages from addresses of private networks and of this machine too. Default false. */
  allowPrivate?: boolean | undefined;
  /** Folders and files to research in. Default: the examples that ship with the program. */
  library?: string[] | undefined;
  /**
   * Who makes the vectors for search by meaning: `openai`, `offline` (a model for English that runs here), or `none`.
   * Default `openai` with OPENAI_API_KEY, else `offline`.
   */
  embeddings?: 'offline' | 'openai' | 'none' | undefined;
  /** Who writes. Default `openai` with OPENAI_API_KEY or a base URL, else `extractive`. */
  writer?: 'openai' | 'extractive' | undefined;
  /** Name of an article template, or the path of one of yours (with a slash in it, or ending in .md). Default `guide`. */
  template?: string | undefined;
  /** Language of the articles as a BCP 47 tag. Default `en`. */
  language?: string | undefined;
  /** The voice to write in, such as `plain and friendly`. */
  tone?: string | undefined;
  /** Who the articles are for, such as `first-time buyers`. */
  audience?: string | undefined;
  /** What the writer is told beside the template, such as `Mention our spring offer nowhere.` At most 2,000 characters. */
  instructions?: string | undefined;
  /** Research with fewer independent sources is reported as thin, 0 to 50. Default 3. */
  minSources?: number | undefined;
  /** Sources that an article may rest on, 1 to 50. Default 8. */
  maxSources?: number | undefined;
  /** Text of the sources that the writer gets, in tokens, 1,000 to 500,000. Default 12,000. */
  maxSourceTokens?: number | undefined;
  /** An article with a lower share of supported sentences fails, 0 to 1. Default 0: the share is only told. */
  minSupport?: number | undefined;
  /** What becomes of sentences that no revision could support. Default `remove`. */
  unsupported?: 'remove' | 'mark' | undefined;
  /** Ask the model for the sentences that the check cannot decide. Default false. */
  judge?: boolean | undefined;
  /** Words that a model may copy from a source in one run, outside quotations, 5 to 1,000. Default 25. */
  maxVerbatim?: number | undefined;
  /** What happens to keywords that would compete with each other or with articles that are there. Default `warn`. */
  onDuplicate?: 'warn' | 'skip' | 'fail' | 'merge' | undefined;
  /** Links that an article may have to others of the output folder, 0 to 20. Default 3. */
  internalLinks?: number | undefined;
  /** How the list of sources below an article is written. Default `numbered`. */
  citationStyle?: 'numbered' | 'apa' | 'mla' | 'chicago' | undefined;
  /** Write `references.bib` with all cited sources at the end of a run. Default false. */
  bibliography?: boolean | undefined;
  /** Write `sitemap.xml` at the end of a run; needs `site.url`. Default false. */
  sitemap?: boolean | undefined;
  /** Write an `index` page of all articles at the end of a run. Default false. */
  index?: boolean | undefined;
  /** Front matter and links for a site generator. Default `plain`. */
  preset?: 'plain' | 'hugo' | 'astro' | 'jekyll' | 'nextra' | undefined;
  site?:
    | {
        /** Where the articles will stand, such as `https://example.com/blog`: for canonical addresses and the sitemap. */
        url?: string | undefined;
        /** The publisher's name. */
        name?: string | undefined;
      }
    | undefined;
  /** Where finished articles are put as drafts. Default: nowhere. */
  publish?: ('wordpress' | 'ghost')[] | undefined;
  wordpress?:
    | {
        /** Of the site, such as `https://example.com`. */
        url?: string | undefined;
        /** Name of the user whose application password is in WORDPRESS_APPLICATION_PASSWORD. */
        user?: string | undefined;
      }
    | undefined;
  ghost?:
    | {
        /** Of the site, such as `https://example.com`. */
        url?: string | undefined;
      }
    | undefined;
  openai?:
    | {
        /** Default `gpt-5.4-mini`. */
        model?: string | undefined;
        /** Makes the vectors for search by meaning. Default `text-embedding-3-small`. */
        embeddingModel?: string | undefined;
        /** Of a server that speaks the same protocol. Default: OpenAI itself. */
        baseUrl?: string | undefined;
        /** Longest answer in tokens, reasoning included, 256 to 128,000. Default 16,000. */
        maxOutputTokens?: number | undefined;
      }
    | undefined;
  tavily?:
    | {
        /** `basic` costs one credit a search, `advanced` two. Default `basic`. */
        searchDepth?: 'basic' | 'advanced' | 'fast' | 'ultra-fast' | undefined;
        /** Of a server that speaks the same protocol. Default: Tavily itself. */
        apiBaseUrl?: string | undefined;
        /** Results of one search, 1 to 20. Default 5. */
        maxResults?: number | undefined;
      }
    | undefined;
  openalex?:
    | {
        /** Of a server that speaks the same protocol. Default: OpenAlex itself. */
        baseUrl?: string | undefined;
        /** Your address, which OpenAlex likes to know. */
        mailto?: string | undefined;
        /** Works of one search, 1 to 50. Default 8. */
        maxResults?: number | undefined;
      }
    | undefined;
  searxng?:
    | {
        /** Of your SearXNG, whose settings must allow the format json. */
        baseUrl?: string | undefined;
        /** Results of one search, 1 to 50. Default 8. */
        maxResults?: number | undefined;
      }
    | undefined;
  /** What your plans allow; the program also learns limits from what the providers answer. */
  limits?:
    | {
        /** Default 100 requests a minute, 16 at once. */
        tavily?: RequestLimits | undefined;
        /** Default 100 requests a second with OPENALEX_API_KEY, else 10; 24 at once. */
        openalex?:
          | {
              /** Requests a second, 1 to 1,000. */
              requestsPerSecond?: number | undefined;
              /** Requests in flight at once, 1 to 200. */
              concurrency?: number | undefined;
            }
          | undefined;
        /** Default 60 requests a minute, 4 at once. */
        searxng?: RequestLimits | undefined;
        /** Of pages that are read without a provider. Default 300 a minute, 8 at once. */
        web?: RequestLimits | undefined;
        /** Default 500 requests and 200,000 tokens a minute, 16 at once. */
        openai?:
          | (RequestLimits & {
              /** Tokens a minute, 1,000 to 100,000,000. */
              tokensPerMinute?: number | undefined;
            })
          | undefined;
      }
    | undefined;
  /** What one run may spend in US dollars. No call starts that could pass it. Default: no limit. */
  maxCostUsd?: number | undefined;
  cache?:
    | {
        /** Whether answers and dossiers of earlier runs are used again. Default true. */
        enabled?: boolean | undefined;
        /** How long research is good, in hours, 0 to 87,600. Default 168, a week. */
        researchTtlHours?: number | undefined;
      }
    | undefined;
  /** How alike two keywords must be to share their research, above 0 to 1. Default: they never share it. */
  reuseSimilar?: number | undefined;
  /**
   * How keywords are compared for `reuseSimilar` and `onDuplicate`: by their `words`, or by their `meaning` too, with the
   * model for English that runs here. Default `words`.
   */
  similarity?: 'words' | 'meaning' | undefined;
  /** Prices that go over those of the shipped list. */
  prices?:
    | {
        /** US dollars per million tokens, by model. Without `cachedInput`, cached tokens cost what others cost. */
        models?:
          | Record<string, { input: number; cachedInput?: number | undefined; output: number }>
          | undefined;
        /** US dollars per search credit, by provider: `{ tavily: 0.008 }`. */
        credits?: Record<string, number> | undefined;
      }
    | undefined;
  timeouts?:
    | {
        /** Of one attempt of a call in milliseconds, 1,000 to 600,000. Default 120,000. */
        attemptMs?: number | undefined;
        /** Without a byte of an answer that has begun, in milliseconds, 1,000 to 600,000. Default 30,000. */
        idleMs?: number | undefined;
      }
    | undefined;
  retries?:
    | {
        /** Attempts for one call, the first included, 1 to 10. Default 5. */
        attempts?: number | undefined;
        /** Wall-clock time for one call with all its attempts in milliseconds, 1,000 to 3,600,000. Default 300,000. */
        maxElapsedMs?: number | undefined;
      }
    | undefined;
}
