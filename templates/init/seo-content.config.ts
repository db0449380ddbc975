// Settings of seo-content. All of them are optional; what is commented out shows its default.
// Flags and environment variables win over this file: `seo-content config` shows what is in force and why.
// Keys have no place here. They come from the environment or from the file .env (see .env.example).
import type { UserConfig } from 'seo-content';

export default {
  // Keywords at a time: a number, or 'auto' for what your providers' limits and this machine bear.
  parallel: 'auto',

  // Calls at a time inside one keyword: searches and page extracts.
  // fanOut: 4,

  // 'fail-fast' stops at the first keyword that fails, 'continue' reports failures at the end.
  mode: 'continue',

  // Where articles are written, and in which formats: 'md', 'html', 'json', 'wordpress' (block HTML).
  outputDir: './content',
  formats: ['md'],

  // Reports at the end of a run; the ending says what each holds: .csv .json .jsonl .junit.xml .html .md
  // reports: ['./content/report.csv'],

  // Where research is done, one or several: 'tavily' (the web), 'searxng' (the web through a server of yours),
  // 'openalex' (works of scholarship), 'library' (your documents).
  // Default: the web with TAVILY_API_KEY, else the library.
  // research: ['tavily', 'library'],

  // How far it goes: 'quick', 'standard' or 'deep', which asks again what is still open.
  // depth: 'standard',

  // Which pages of the web are taken: of these domains only, none of those, of the last 'day', 'week', 'month' or
  // 'year', of the topic 'news' or 'finance'. A country is preferred only.
  // includeDomains: ['example.org'],
  // excludeDomains: ['example.com'],
  // timeRange: 'year',
  // country: 'germany',
  // topic: 'general',

  // Sites that deep research maps and reads with Tavily.
  // sites: ['docs.example.org'],

  // Read pages from private networks and from this machine, too.
  // allowPrivate: false,

  // Folders and files of the library. Default: the examples that ship with seo-content.
  // library: ['./documents'],

  // Who writes: 'openai' (or any compatible server), or 'extractive', which needs no model and
  // builds articles only out of sentences of the sources.
  // Default: openai with OPENAI_API_KEY or openai.baseUrl, else extractive.
  // writer: 'openai',

  // guide, listicle, comparison, how-to, glossary or product, or the path of a template of yours.
  template: 'guide',

  // Language of the articles, and whom they speak to in which voice.
  language: 'en',
  // tone: 'plain and friendly',
  // audience: 'home owners',
  // instructions: 'Give prices in euros.',

  // Research with fewer independent sources is reported as thin.
  // minSources: 3,

  // Sources that one article may rest on, and how much of their text the writer gets, in tokens.
  // maxSources: 8,
  // maxSourceTokens: 12_000,

  // The least share of sentences that its sources have to support: an article below it fails. Default 0: it is only told.
  // minSupport: 0.9,

  // What becomes of sentences that no revision could support: 'remove' or 'mark'. Whether the model is asked for the
  // sentences that the check cannot decide. How many words it may copy in a row.
  // unsupported: 'remove',
  // judge: false,
  // maxVerbatim: 25,

  // Keywords that compete with each other or with articles that are there: 'warn', 'skip', 'fail' or 'merge'.
  // onDuplicate: 'warn',

  // How the list of sources is set: 'numbered', 'apa', 'mla' or 'chicago', and whether references.bib is written.
  // citationStyle: 'numbered',
  // bibliography: false,

  // Links from an article to others of the folder at most, and pages about all of them.
  // internalLinks: 3,
  // sitemap: false,
  // index: false,

  // Front matter for 'hugo', 'astro', 'jekyll' or 'nextra', and where the articles will stand.
  // preset: 'plain',
  // site: { url: 'https://example.com/blog', name: 'Example' },

  // Where finished articles are put as drafts; the keys come from the environment (see .env.example).
  // publish: ['wordpress', 'ghost'],
  // wordpress: { url: 'https://example.com', user: 'editor' },
  // ghost: { url: 'https://example.com' },

  // openai: {
  //   model: 'gpt-5.4-mini',
  //   embeddingModel: 'text-embedding-3-small',
  //   baseUrl: 'http://localhost:11434/v1',
  //   maxOutputTokens: 16_000,
  // },

  // Who makes the vectors for search by meaning: 'openai', 'offline' or 'none'.
  // embeddings: 'offline',
  // tavily: { searchDepth: 'basic', maxResults: 5 },
  // searxng: { baseUrl: 'http://localhost:8080', maxResults: 8 },
  // openalex: { mailto: 'me@example.org', maxResults: 8 },

  // What your plans allow a minute. A Tavily production key takes 1,000 requests.
  // limits: {
  //   tavily: { requestsPerMinute: 100, concurrency: 16 },
  //   searxng: { requestsPerMinute: 60, concurrency: 4 },
  //   openalex: { requestsPerSecond: 10, concurrency: 24 },
  //   web: { requestsPerMinute: 300, concurrency: 8 },
  //   openai: { requestsPerMinute: 500, tokensPerMinute: 200_000, concurrency: 16 },
  // },

  // What one run may spend, in US dollars: no call starts that could pass it. Default: no limit.
  // maxCostUsd: 5,

  // Answers and dossiers of earlier runs are used again, research for a week.
  // cache: { enabled: true, researchTtlHours: 168 },

  // How alike two keywords must be to share their research. Default: they never do.
  // reuseSimilar: 0.9,

  // What likeness means, there and for onDuplicate: the 'words' of keywords, or their 'meaning' (English).
  // similarity: 'words',

  // Prices of your own, in US dollars: a million tokens by model, a search credit by provider.
  // prices: { models: { 'my-model': { input: 1, output: 4 } }, credits: { tavily: 0.008 } },

  // timeouts: { attemptMs: 120_000, idleMs: 30_000 },
  // retries: { attempts: 5, maxElapsedMs: 300_000 },
} satisfies UserConfig;
