import { tavilyError } from './error-bodies.ts';
import type { LoopbackOptions, RouteAnswer } from './loopback-types.ts';
import { pageText } from './page-text.ts';

type Fields = Record<string, unknown>;

const REQUEST_ID = '11111111-2222-4333-8444-777777777777';
const PATHS: readonly string[] = [
  '',
  'about',
  'contact',
  'privacy',
  'guides/heat-pump-costs',
  'guides/how-heat-pumps-work',
  'guides/home-composting',
  'guides/compost-bins-compared',
  'blog/e-bike-battery-care',
  'blog/remote-onboarding-checklist',
];

/** The pages of a site; sites with `closed` in their name may not be explored. */
function pagesOf(domain: string, options: LoopbackOptions): readonly string[] {
  return options.site?.(domain) ?? PATHS.map((path) => `https://${domain}/${path}`);
}

/** `POST /map`: addresses only. */
export function answerMap(body: Fields, options: LoopbackOptions): RouteAnswer {
  const refusal = checkSite(body);
  if (refusal !== undefined) return refusal;
  const { domain, limit } = readSite(body);
  const results = pagesOf(domain, options).slice(0, limit);
  const credits = Math.ceil(results.length / 10) * (body['instructions'] === undefined ? 1 : 2);
  return answer(body, domain, results, credits);
}

/** `POST /crawl`: those pages whose text has a word of the instructions, with the text. */
export function answerCrawl(body: Fields, options: LoopbackOptions): RouteAnswer {
  const refusal = checkSite(body);
  if (refusal !== undefined) return refusal;
  const { domain, limit } = readSite(body);
  const led = typeof body['instructions'] === 'string' ? body['instructions'] : '';
  const isLed = led !== '';
  const words = led.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const pages = pagesOf(domain, options).map((url) => {
    const topic = decodeURIComponent(new URL(url).pathname)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return { url, raw_content: pageText(topic || domain, url), images: [], favicon: null };
  });
  const results = pages
    .filter(
      ({ raw_content: text }) => !isLed || words.some((word) => text.toLowerCase().includes(word)),
    )
    .slice(0, limit);
  const credits = Math.ceil(results.length / 10) * (isLed ? 2 : 1) + Math.ceil(results.length / 5);
  return answer(body, domain, results, credits);
}

function answer(
  body: Fields,
  domain: string,
  results: readonly unknown[],
  credits: number,
): RouteAnswer {
  return {
    status: 200,
    body: {
      base_url: domain,
      results,
      response_time: 1.2,
      ...(body['include_usage'] === true ? { usage: { credits } } : {}),
      request_id: REQUEST_ID,
    },
  };
}

function checkSite(body: Fields): RouteAnswer | undefined {
  const { url } = body;
  if (typeof url !== 'string' || url.trim() === '') return tavilyError(400, 'URL is missing.');
  const within = (name: string, least: number, most: number): boolean => {
    const value = body[name];
    return value === undefined || (typeof value === 'number' && value >= least && value <= most);
  };
  if (!within('max_depth', 1, 5)) return tavilyError(400, 'Invalid max_depth.');
  if (!within('max_breadth', 1, 500)) return tavilyError(400, 'Invalid max_breadth.');
  if (!within('limit', 1, Infinity)) return tavilyError(400, 'Invalid limit.');
  if (!within('timeout', 10, 150)) return tavilyError(400, 'Invalid timeout.');
  return url.includes('closed') ? tavilyError(403, 'URL is not supported.') : undefined;
}

function readSite(body: Fields): { domain: string; limit: number } {
  const { url, limit } = body;
  return {
    domain: String(url)
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, ''),
    limit: typeof limit === 'number' ? limit : 50,
  };
}
