import type { ScholarlyWork } from '../core/scholarly-work.ts';
import type { PrimarySign } from './find-primary.ts';
import { registrableHost } from './registrable-host.ts';

/** What a page is judged by. */
export interface AuthoritySigns {
  /** Absent for documents. */
  url?: string;
  author?: string;
  publishedAt?: string;
  /** Present for works of scholarship. */
  work?: ScholarlyWork;
  /** Plain text. */
  text: string;
}

export interface PartScore {
  /** 0 to 1. */
  score: number;
  /** For an editor, as a part of a sentence. */
  reason: string;
}

const PUBLIC_BODY = 0.85;
const REFERENCE_WORK = 0.8;
const ORDINARY = 0.5;
const SHOP = 0.3;
const FORUM = 0.25;
/** Documents that somebody put into a library are trusted as they are: no sign of theirs counts. */
const OWN_DOCUMENT = 0.8;

const NAMED_AUTHOR = 0.08;
const DATED = 0.04;
const REFERENCES = 0.08;
/** So many make the text one that shows where it has its knowledge from. */
const ENOUGH_REFERENCES = 3;

/** Governments, universities, treaty organisations, in the forms that countries use. */
const PUBLIC_HOST =
  /\.(?:gov|edu|int|mil)$|\.(?:gov|gob|gouv|govt|gv|go|ac|edu|mil|nhs)\.[a-z]{2}$|(?:^|\.)(?:gouv\.fr|europa\.eu|admin\.ch|bund\.de|canada\.ca|gc\.ca|un\.org|nih\.gov|who\.int)$/u;

const REFERENCE_HOSTS = new Set(
  `wikipedia.org britannica.com iso.org ieee.org ietf.org w3.org nist.gov iec.ch din.de cen.eu astm.org ansi.org
  bsigroup.com cochrane.org nature.com science.org springer.com sciencedirect.com jstor.org arxiv.org pubmed.gov
  plos.org oecd.org worldbank.org iea.org ipcc.ch consumerreports.org test.de which.co.uk stiftung-warentest.de`.split(
    /\s+/u,
  ),
);

const FORUM_HOSTS = new Set(
  `reddit.com quora.com facebook.com x.com twitter.com instagram.com tiktok.com youtube.com pinterest.com
  linkedin.com tumblr.com stackexchange.com gutefrage.net yahoo.com medium.com threads.net discord.com`.split(
    /\s+/u,
  ),
);
const FORUM_NAME = /^(?:forums?|community|boards?|answers|discuss|talk|groups)\.|\bforum\b/u;

const SHOP_HOSTS = /^(?:amazon|ebay|etsy|aliexpress|alibaba|walmart|temu|otto|idealo|wayfair)\./u;
const SHOP_NAME = /^(?:shop|store|buy)\.|(?:shop|store|deals|coupons?)\.[a-z]+$/u;

/** Marks of a text that names what it rests on: numbered notes, DOIs, years in brackets, sections of references. */
const REFERENCE_MARKS =
  /\[\d{1,3}\]|\bdoi[:.]|\b10\.\d{4,9}\/\S|\bet al\b|\(\p{Lu}[\p{L}'’-]{1,30}(?: (?:and|&|et al\.?) ?\p{L}{0,30})?,? (?:19|20)\d\d\)|\baccording to (?:the )?\p{Lu}|\blaut \p{Lu}|\bselon (?:l['’]|la |le )?\p{Lu}|\bsegún (?:la |el )?\p{Lu}/gu;
const REFERENCE_SECTION =
  /^#{1,6} (?:references|bibliography|sources|citations|further reading|works cited|quellen|literatur|références|referencias|bibliografía|bibliografia|参考文献)\b/imu;

/** How much of a text is searched for references: more tells no more. */
const LOOKED_AT = 60_000;

/**
 * How far a source can be relied on, by its host, by whether it names author, date and references, and by whether it is
 * the one that others have it from.
 */
export function scoreAuthority(source: AuthoritySigns, primary?: PrimarySign): PartScore {
  if (source.url === undefined)
    return { score: OWN_DOCUMENT, reason: 'a document, trusted as it is' };
  const { score, reason } = scoreKind(source.url, source.work);
  const signs: string[] = [];
  let bonus = 0;
  if (source.author !== undefined) {
    bonus += NAMED_AUTHOR;
    signs.push('a named author');
  }
  // The date itself is told beside how fresh it is.
  if (source.publishedAt !== undefined) bonus += DATED;
  if (hasReferences(source.text)) {
    bonus += REFERENCES;
    signs.push('references');
  }
  const end = signs.length === 0 ? '' : ` with ${signs.join(' and ')}`;
  // What others quote from a forum or a shop is no more reliable for that.
  if (primary === undefined || score < ORDINARY)
    return { score: Math.min(1, score + bonus), reason: reason + end };
  return {
    score: Math.min(1, score + bonus + primary.bonus),
    reason: `${reason}${end}; ${primary.reason}`,
  };
}

/** A work of scholarship counts as one wherever it is found. */
function scoreKind(url: string, work: ScholarlyWork | undefined): PartScore {
  const host = scoreHost(url);
  return work === undefined || host.score >= REFERENCE_WORK
    ? host
    : { score: REFERENCE_WORK, reason: 'a scholarly publication' };
}

function scoreHost(url: string): PartScore {
  const host = URL.parse(url)?.hostname.replace(/^www\./u, '') ?? '';
  const owner = registrableHost(url) ?? '';
  if (REFERENCE_HOSTS.has(owner)) return { score: REFERENCE_WORK, reason: 'a reference work' };
  if (PUBLIC_HOST.test(host)) return { score: PUBLIC_BODY, reason: 'a public authority' };
  if (FORUM_HOSTS.has(owner) || FORUM_NAME.test(host))
    return { score: FORUM, reason: 'a forum or social network' };
  if (SHOP_HOSTS.test(owner) || SHOP_NAME.test(host)) return { score: SHOP, reason: 'a shop' };
  return { score: ORDINARY, reason: 'an ordinary website' };
}

function hasReferences(text: string): boolean {
  const part = text.slice(0, LOOKED_AT);
  let count = REFERENCE_SECTION.test(text.slice(-LOOKED_AT)) ? ENOUGH_REFERENCES : 0;
  for (const _ of part.matchAll(REFERENCE_MARKS)) {
    count++;
    if (count >= ENOUGH_REFERENCES) break;
  }
  return count >= ENOUGH_REFERENCES;
}
