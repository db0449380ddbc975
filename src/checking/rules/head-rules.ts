import { ARTICLES, HTML_ONLY, type Rule } from '../rule.ts';
import { isAbsoluteUrl } from '../text/is-absolute-url.ts';
import { showText } from '../text/show-text.ts';

export const canonicalMissing: Rule = {
  id: 'canonical-missing',
  severity: 'warning',
  appliesTo: HTML_ONLY,
  wants: 'A canonical address: `<link rel="canonical">`.',
  remedy: 'Name the one address under which the page is to be found.',
  check: ({ canonical }) =>
    canonical.length === 0 ? [{ message: 'The page names no canonical address.' }] : [],
};

export const canonicalInvalid: Rule = {
  id: 'canonical-invalid',
  severity: 'error',
  appliesTo: ARTICLES,
  wants: 'One canonical address, and an absolute one.',
  remedy: 'Name it once, with https:// and the host.',
  check: ({ canonical }) => {
    const wrong = canonical
      .filter(({ text }) => !isAbsoluteUrl(text))
      .map(({ text, line }) => ({
        message: `The canonical address ${showText(text)} is not absolute.`,
        line,
      }));
    const [first, ...further] = canonical;
    const other = further.find(({ text }) => text !== first?.text);
    if (other === undefined) return wrong;
    return [
      ...wrong,
      { message: `The page names ${canonical.length} canonical addresses.`, line: other.line },
    ];
  },
};

const OPEN_GRAPH = ['og:title', 'og:type', 'og:url', 'og:description'];

export const openGraph: Rule = {
  id: 'open-graph',
  severity: 'warning',
  appliesTo: HTML_ONLY,
  wants:
    'Open Graph tags with a content: `og:title`, `og:type`, `og:description` and an absolute `og:url`.',
  remedy: 'Add the tags, so that the page looks right where it is shared.',
  check: ({ social }) => {
    const missing = OPEN_GRAPH.filter((name) => (social.get(name)?.text ?? '') === '');
    const url = social.get('og:url');
    return [
      ...(missing.length === 0
        ? []
        : [{ message: `Open Graph tags are missing: ${missing.join(', ')}.` }]),
      ...(url === undefined || url.text === '' || isAbsoluteUrl(url.text)
        ? []
        : [
            {
              message: `The address in og:url, ${showText(url.text)}, is not absolute.`,
              line: url.line,
            },
          ]),
    ];
  },
};

const CARDS = new Set(['summary', 'summary_large_image', 'app', 'player']);

export const twitterCard: Rule = {
  id: 'twitter-card',
  severity: 'note',
  appliesTo: HTML_ONLY,
  wants:
    'A `twitter:card` of a kind that is known; title and description are taken from Open Graph.',
  remedy: 'Add `<meta name="twitter:card" content="summary">`, or `summary_large_image`.',
  check: ({ social }) => {
    const card = social.get('twitter:card');
    if (card === undefined) return [{ message: 'The page has no twitter:card.' }];
    if (CARDS.has(card.text)) return [];
    return [{ message: `The twitter:card ${showText(card.text)} is not known.`, line: card.line }];
  },
};

export const languageMissing: Rule = {
  id: 'language-missing',
  severity: 'warning',
  appliesTo: HTML_ONLY,
  wants: 'The language of the page: `<html lang="…">`.',
  remedy: 'Name it as a tag such as en, de or pt-BR.',
  check: ({ declaredLanguage }) =>
    declaredLanguage === undefined ? [{ message: 'The page does not tell its language.' }] : [],
};

export const noindex: Rule = {
  id: 'noindex',
  severity: 'warning',
  appliesTo: HTML_ONLY,
  wants: 'No `noindex` in the robots tag.',
  remedy: 'Take it out when the page is to be found.',
  check: ({ robots }) =>
    robots !== undefined && /\b(?:noindex|none)\b/iu.test(robots.text)
      ? [{ message: 'The page asks search engines to leave it out (noindex).', line: robots.line }]
      : [],
};
