import { placedParagraphs, type Article } from '../article.ts';
import { topicWords } from '../topic-words.ts';
import { isStopWord } from '../text/stop-words.ts';
import { stemWord } from '../text/stem-word.ts';
import type { KnownTarget, LinkTargets } from './link-targets.ts';
import type { PlacedLink } from './placed-link.ts';

/**
 * An anchor names what the target is about: this share of its keyword, weighted by how rare the words are. What the
 * page itself is about need not be said again: on a page on heat pumps, `running costs` names `heat pump running costs`.
 */
const LEAST_FIT = 0.7;
/** One word alone names a page only where its keyword is that word. */
const FEWEST_ANCHOR_WORDS = 2;
const LONGEST_ANCHOR_WORDS = 8;
/** Candidates that an article keeps: some targets may turn out not to exist. */
const MOST_CANDIDATES = 40;
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

interface Token {
  start: number;
  end: number;
  stem: string;
  isStop: boolean;
}

/**
 * Where an article may link to others: for each target the words of the text that name it best, each once, the best
 * first. Quotations, tables and doubtful runs stay free of links, and no page links to itself.
 */
export function findLinks(
  article: Article,
  { slug, keyword }: { slug: string; keyword: string },
  targets: LinkTargets,
): PlacedLink[] {
  const given = topicWords(keyword, article.language);
  const best = new Map<string, PlacedLink>();
  const offer = (link: PlacedLink) => {
    if (link.slug !== slug && link.fit > (best.get(link.slug)?.fit ?? 0)) best.set(link.slug, link);
  };
  for (const { place, paragraph } of placedParagraphs(article)) {
    if (paragraph.kind !== 'text' && paragraph.kind !== 'item') continue;
    paragraph.content.forEach((text, run) => {
      if (text.doubt !== undefined) return;
      for (const link of linksIn(text.text, article.language, given, targets))
        offer({ ...link, place, run });
    });
  }
  return [...best.values()]
    .toSorted((left, right) => right.fit - left.fit || (left.slug < right.slug ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
}

function* linksIn(
  text: string,
  language: string,
  given: ReadonlySet<string>,
  targets: LinkTargets,
): Generator<Omit<PlacedLink, 'place' | 'run'>> {
  for (const { keyword, slug, language: other } of targets.whole) {
    const start = sameLanguage(language, other) ? text.indexOf(keyword) : -1;
    if (start >= 0) yield { start, end: start + keyword.length, slug, fit: 1 };
  }
  const tokens = tokensOf(text, language);
  for (let at = 0; at < tokens.length; at += 1) {
    for (const target of targets.around(tokens[at]?.stem ?? '')) {
      if (!sameLanguage(language, target.language)) continue;
      const anchor = widestAnchor(text, tokens, at, { target, given, targets });
      if (anchor !== undefined) yield { ...anchor, slug: target.slug };
    }
  }
}

/** The words around a token that name the target: those of its keyword, with function words between them. */
function widestAnchor(
  text: string,
  tokens: readonly Token[],
  at: number,
  {
    target,
    given,
    targets,
  }: { target: KnownTarget; given: ReadonlySet<string>; targets: LinkTargets },
): { start: number; end: number; fit: number } | undefined {
  const reach = (step: 1 | -1): number => {
    let last = at;
    for (let next = at + step; Math.abs(next - at) < LONGEST_ANCHOR_WORDS; next += step) {
      const [left, right] =
        step === 1 ? [tokens[next - 1], tokens[next]] : [tokens[next], tokens[next + 1]];
      if (left === undefined || right === undefined) break;
      // An anchor does not run over punctuation.
      if (!/^[\s-]+$/u.test(text.slice(left.end, right.start))) break;
      const token = step === 1 ? right : left;
      if (target.stems.has(token.stem)) last = next;
      else if (!token.isStop) break;
    }
    return last;
  };
  const from = reach(-1);
  const to = reach(1);
  const [first, last] = [tokens[from], tokens[to]];
  if (first === undefined || last === undefined || to - from >= LONGEST_ANCHOR_WORDS)
    return undefined;
  const held = new Set(tokens.slice(from, to + 1).map((token) => token.stem));
  const named = held.intersection(target.stems);
  if (named.size < Math.min(FEWEST_ANCHOR_WORDS, target.stems.size)) return undefined;
  const own = target.stems.difference(given);
  const wanted = own.size === 0 ? target.stems : own;
  const fit = targets.weigh(named.intersection(wanted)) / targets.weigh(wanted);
  return fit < LEAST_FIT ? undefined : { start: first.start, end: last.end, fit };
}

function tokensOf(text: string, language: string): Token[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const word = match[0].normalize('NFKC').toLowerCase().replaceAll('’', "'");
    return {
      start: match.index,
      end: match.index + match[0].length,
      stem: stemWord(word, language),
      isStop: isStopWord(word, language),
    };
  });
}

function sameLanguage(left: string, right: string): boolean {
  return left.split('-', 1)[0]?.toLowerCase() === right.split('-', 1)[0]?.toLowerCase();
}
