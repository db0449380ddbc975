import type { PartScore } from './score-authority.ts';

const DAY = 86_400_000;
const DAYS_A_MONTH = 30.44;

/** After so long, what a source says counts half. */
const HALF_LIFE_DAYS = 3 * 365;
/** Where a keyword asks for what holds now. */
const SHORT_HALF_LIFE_DAYS = 365;
/** Nothing is known of a source without a date. */
const UNDATED = 0.5;
/** Clocks and time zones differ; a date further ahead is not believed. */
const AHEAD = 2 * DAY;

const ASKS_FOR_TODAY =
  /\b(?:20[2-9]\d|prices?|costs?|cheapest|latest|newest|new|current(?:ly)?|today|now|this year|trends?|news|deals?|subsid(?:y|ies)|grants?|tax|rules|law|preise?|kosten|aktuell\p{L}*|neu\p{L}{0,2}|heute|förderung|prix|coûts?|actuel\p{L}*|aujourd['’]hui|precios?|costes?|costos?|actual\p{L}*|hoy|prezz[oi]|cost[oi]|preços?|custos?|prijs|prijzen|ceny|koszt\p{L}*)(?!\p{L})|价格|費用|価格|最新/iu;

/** True for a keyword whose answer changes: prices, rules, a year, the latest of something. */
export function asksForToday(keyword: string): boolean {
  return ASKS_FOR_TODAY.test(keyword);
}

/**
 * How fresh a source is: halved with every half-life since its date.
 * @param now milliseconds since 1970.
 */
export function scoreFreshness(
  publishedAt: string | undefined,
  { now, keyword }: { now: number; keyword: string },
): PartScore {
  const time = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
  if (Number.isNaN(time) || time > now + AHEAD) return { score: UNDATED, reason: 'undated' };
  const days = Math.max(0, Math.floor((now - time) / DAY));
  const halfLife = asksForToday(keyword) ? SHORT_HALF_LIFE_DAYS : HALF_LIFE_DAYS;
  return { score: 0.5 ** (days / halfLife), reason: describeAge(days) };
}

function describeAge(days: number): string {
  if (days < 14) return days <= 1 ? 'new' : `${days} days old`;
  const months = Math.round(days / DAYS_A_MONTH);
  if (months < 24) return months <= 1 ? 'a month old' : `${months} months old`;
  return `${Math.round(days / 365)} years old`;
}
