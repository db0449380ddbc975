import { z } from 'zod';
import type { UserConfig } from './user-config.ts';

// Control characters, and those that turn the direction of text: no setting needs them.
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** A host name, without scheme and path; a port may follow. */
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9][a-z0-9-]{0,62}(?::\d{1,5})?$/i;

const wholeNumber = (minimum: number, maximum: number) => {
  const error = `must be a whole number from ${minimum} to ${maximum}`;
  return z.int({ error }).min(minimum, { error }).max(maximum, { error });
};

const line = (maximum: number) => {
  const error = `must be text of 1 to ${maximum} characters on one line`;
  return z
    .string({ error })
    .max(maximum, { error })
    .refine((text) => text.trim() !== '' && !UNPRINTABLE.test(text), { error });
};

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: `must be ${names.join(', ').replace(/, ([^,]*)$/, ' or $1')}` });

const someOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .array(oneOf(names), { error: `must be a list of ${names.join(', ')}` })
    .min(1, { error: `must name at least one of ${names.join(', ')}` });

const baseUrl = z
  .string({ error: 'must be a URL that starts with http:// or https://' })
  .max(2_000, { error: 'must have at most 2000 characters' })
  .refine(isPlainHttpUrl, {
    error:
      'must be a URL that starts with http:// or https://, without user name, query and fragment',
  });

function isPlainHttpUrl(text: string): boolean {
  if (UNPRINTABLE.test(text) || /[\s?#]/u.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

const domains = (maximum: number) => {
  const error = 'must be a list of domains such as example.org';
  return z
    .array(
      z
        .string({ error })
        .refine((text) => DOMAIN.test(text), { error: 'must be a domain such as example.org' }),
      { error },
    )
    .max(maximum, { error: `must name at most ${maximum} domains` });
};

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const lanes = z.custom<number | 'auto'>(
  (value) => value === 'auto' || wholeNumber(1, 100).safeParse(value).success,
  { error: 'must be a whole number from 1 to 100, or auto' },
);
const dollars = (maximum: number) => {
  const error = `must be US dollars, a number from 0 to ${maximum}`;
  return z.number({ error }).min(0, { error }).max(maximum, { error });
};
const shareError = 'must be a number from 0 to 1';
const share = z
  .number({ error: shareError })
  .min(0, { error: shareError })
  .max(1, { error: shareError });
const yesOrNo = z.boolean({ error: 'must be true or false' });
const notAGroup = { error: 'must be an object with settings in it' };
const requestLimits = {
  requestsPerMinute: wholeNumber(1, 100_000).optional(),
  concurrency: wholeNumber(1, 200).optional(),
};

const modelPrice = z.strictObject(
  {
    input: dollars(100_000),
    cachedInput: dollars(100_000).optional(),
    output: dollars(100_000),
  },
  { error: 'must be { input, output } in US dollars per million tokens' },
);

/** The one place that says what a setting may be. A leaf is a setting; nested objects only group them. */
export const userConfigSchema = z.strictObject({
  parallel: lanes.optional(),
  fanOut: wholeNumber(1, 32).optional(),
  mode: oneOf(['fail-fast', 'continue']).optional(),
  outputDir: line(1_000).optional(),
  formats: someOf(['md', 'html', 'json', 'wordpress']).optional(),
  reports: z.array(line(1_000), { error: 'must be a list of paths' }).max(20).optional(),
  research: someOf(['tavily', 'library', 'openalex', 'searxng']).optional(),
  depth: oneOf(['quick', 'standard', 'deep']).optional(),
  includeDomains: domains(300).optional(),
  excludeDomains: domains(150).optional(),
  sites: domains(10).optional(),
  timeRange: oneOf(['day', 'week', 'month', 'year']).optional(),
  country: line(60).optional(),
  topic: oneOf(['general', 'news', 'finance']).optional(),
  allowPrivate: yesOrNo.optional(),
  library: z.array(line(1_000), { error: 'must be a list of paths' }).max(1_000).optional(),
  embeddings: oneOf(['offline', 'openai', 'none']).optional(),
  writer: oneOf(['openai', 'extractive']).optional(),
  template: line(1_000).optional(),
  language: z
    .string({ error: 'must be a language tag such as en or pt-BR' })
    .refine(isLanguageTag, { error: 'must be a language tag such as en or pt-BR' })
    .optional(),
  tone: line(200).optional(),
  audience: line(200).optional(),
  instructions: line(2_000).optional(),
  minSources: wholeNumber(0, 50).optional(),
  maxSources: wholeNumber(1, 50).optional(),
  maxSourceTokens: wholeNumber(1_000, 500_000).optional(),
  minSupport: share.optional(),
  unsupported: oneOf(['remove', 'mark']).optional(),
  judge: yesOrNo.optional(),
  maxVerbatim: wholeNumber(5, 1_000).optional(),
  onDuplicate: oneOf(['warn', 'skip', 'fail', 'merge']).optional(),
  internalLinks: wholeNumber(0, 20).optional(),
  citationStyle: oneOf(['numbered', 'apa', 'mla', 'chicago']).optional(),
  bibliography: yesOrNo.optional(),
  sitemap: yesOrNo.optional(),
  index: yesOrNo.optional(),
  preset: oneOf(['plain', 'hugo', 'astro', 'jekyll', 'nextra']).optional(),
  site: z
    .strictObject({ url: baseUrl.optional(), name: line(200).optional() }, notAGroup)
    .optional(),
  publish: z
    .array(oneOf(['wordpress', 'ghost']), { error: 'must be a list of wordpress, ghost' })
    .optional(),
  wordpress: z
    .strictObject({ url: baseUrl.optional(), user: line(200).optional() }, notAGroup)
    .optional(),
  ghost: z.strictObject({ url: baseUrl.optional() }, notAGroup).optional(),
  openai: z
    .strictObject(
      {
        model: line(200).optional(),
        embeddingModel: line(200).optional(),
        baseUrl: baseUrl.optional(),
        maxOutputTokens: wholeNumber(256, 128_000).optional(),
      },
      notAGroup,
    )
    .optional(),
  tavily: z
    .strictObject(
      {
        searchDepth: oneOf(['basic', 'advanced', 'fast', 'ultra-fast']).optional(),
        apiBaseUrl: baseUrl.optional(),
        maxResults: wholeNumber(1, 20).optional(),
      },
      notAGroup,
    )
    .optional(),
  openalex: z
    .strictObject(
      {
        baseUrl: baseUrl.optional(),
        mailto: line(200)
          .refine((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), {
            error: 'must be an e-mail address',
          })
          .optional(),
        maxResults: wholeNumber(1, 50).optional(),
      },
      notAGroup,
    )
    .optional(),
  searxng: z
    .strictObject(
      { baseUrl: baseUrl.optional(), maxResults: wholeNumber(1, 50).optional() },
      notAGroup,
    )
    .optional(),
  limits: z
    .strictObject(
      {
        tavily: z.strictObject(requestLimits, notAGroup).optional(),
        openalex: z
          .strictObject(
            {
              requestsPerSecond: wholeNumber(1, 1_000).optional(),
              concurrency: wholeNumber(1, 200).optional(),
            },
            notAGroup,
          )
          .optional(),
        searxng: z.strictObject(requestLimits, notAGroup).optional(),
        web: z.strictObject(requestLimits, notAGroup).optional(),
        openai: z
          .strictObject(
            { ...requestLimits, tokensPerMinute: wholeNumber(1_000, 100_000_000).optional() },
            notAGroup,
          )
          .optional(),
      },
      notAGroup,
    )
    .optional(),
  maxCostUsd: dollars(1_000_000).optional(),
  cache: z
    .strictObject(
      {
        enabled: yesOrNo.optional(),
        researchTtlHours: wholeNumber(0, 87_600).optional(),
      },
      notAGroup,
    )
    .optional(),
  reuseSimilar: z
    .number({ error: 'must be a number above 0, up to 1' })
    .gt(0, { error: 'must be a number above 0, up to 1' })
    .max(1, { error: 'must be a number above 0, up to 1' })
    .optional(),
  similarity: oneOf(['words', 'meaning']).optional(),
  prices: z
    .strictObject(
      {
        models: z.record(line(200), modelPrice, { error: 'must be prices by model' }).optional(),
        credits: z
          .record(line(200), dollars(1_000), { error: 'must be dollars a credit by provider' })
          .optional(),
      },
      notAGroup,
    )
    .optional(),
  timeouts: z
    .strictObject(
      {
        attemptMs: wholeNumber(1_000, 600_000).optional(),
        idleMs: wholeNumber(1_000, 600_000).optional(),
      },
      notAGroup,
    )
    .optional(),
  retries: z
    .strictObject(
      {
        attempts: wholeNumber(1, 10).optional(),
        maxElapsedMs: wholeNumber(1_000, 3_600_000).optional(),
      },
      notAGroup,
    )
    .optional(),
}) satisfies z.ZodType<UserConfig>;
