import type { ContradictingPassage, Contradiction } from '../dossier.ts';
import { baseLanguage } from '../support/base-language.ts';
import { readClaim } from '../support/read-claim.ts';
import type { Statement } from '../support/statement.ts';
import { cutText } from '../cut-text.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { stemWord } from '../text/stem-word.ts';
import { isStopWord } from '../text/stop-words.ts';
import { tokenizeWords } from '../text/tokenize-words.ts';
import { contradict } from './contradict.ts';
import { isCategorical } from './is-categorical.ts';

/** A passage of a source, with whose voice it is: those of one voice do not contradict each other. */
export interface VoicedPassage {
  sourceId: string;
  passageId: string;
  voice: number;
  text: string;
  heading?: string;
  /** Of a work of scholarship, which tells of its own sample and its own method beside its subject. */
  isStudy?: boolean;
  /** Relevance, 0 to 1. */
  score: number;
}

export interface ContradictionOptions {
  keyword: string;
  /** BCP 47 tag. */
  language: string;
}

const MOST_CONTRADICTIONS = 10;
/** The best passages are looked at, so many sentences of them, so many pairs of those that have most in common. */
const MOST_SENTENCES = 400;
const MOST_PAIRS = 2000;
const CHARACTERS = { fewest: 20, most: 320 };
/** Weight of common words below which two sentences are not laid side by side. */
const LEAST_COMMON = 1.7;
/** The share of the keyword's words that a sentence has, its heading and passage counted. */
const NEAR = 0.5;
const LONGEST_SAYING = 160;

interface Sentence {
  text: string;
  statement: Statement;
  passage: VoicedPassage;
}

/**
 * Where sources of different voices contradict each other on the keyword: sentences of their best passages, pair by pair,
 * each in at most one contradiction. Of the best passages first, at most ten. Pure and deterministic; never throws.
 */
export function findSourceContradictions(
  passages: readonly VoicedPassage[],
  { keyword, language }: ContradictionOptions,
): Contradiction[] {
  const sentences = readSentences(passages, keyword, language);
  const used = new Set<Sentence>();
  const found: { contradiction: Contradiction; worth: number }[] = [];
  for (const [left, right] of likelyPairs(sentences)) {
    if (used.has(left) || used.has(right)) continue;
    const difference = contradict(left.text, right.text, language);
    if (difference === undefined) continue;
    used.add(left).add(right);
    const { kind, about } = difference;
    found.push({
      contradiction: {
        about,
        kind,
        passages: [sideOf(left, difference.left), sideOf(right, difference.right)],
      },
      worth: left.passage.score + right.passage.score,
    });
  }
  return found
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, MOST_CONTRADICTIONS)
    .map(({ contradiction }) => contradiction);
}

function sideOf({ text, passage }: Sentence, says: string): ContradictingPassage {
  const { sourceId, passageId } = passage;
  return { sourceId, passageId, text, says: cutText(says, LONGEST_SAYING) };
}

function readSentences(
  passages: readonly VoicedPassage[],
  keyword: string,
  language: string,
): Sentence[] {
  const base = baseLanguage(language);
  const wanted = stemsOf(keyword, base);
  const isNear = (stems: ReadonlySet<string>) =>
    wanted.intersection(stems).size >= NEAR * wanted.size;
  const sentences: Sentence[] = [];
  const seen = new Set<string>();
  for (const passage of passages.toSorted((left, right) => right.score - left.score)) {
    const around = stemsOf(`${passage.heading ?? ''} ${passage.text}`, base);
    if (!isNear(around)) continue;
    for (const { text } of splitSentences(passage.text, language)) {
      if (text.length < CHARACTERS.fewest || text.length > CHARACTERS.most) continue;
      // Two studies that counted different samples do not contradict each other.
      if (passage.isStudy === true && !isNear(stemsOf(text, base))) continue;
      // Headings and rows of tables are no sentences.
      if (/^(?:#{1,6} |\|)/u.test(text)) continue;
      const place = `${passage.voice} ${text}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const statement = readClaim(text, base);
      if (isCategorical(statement)) sentences.push({ text, statement, passage });
      if (sentences.length >= MOST_SENTENCES) return sentences;
    }
  }
  return sentences;
}

function stemsOf(text: string, language: string): ReadonlySet<string> {
  return new Set(
    tokenizeWords(text, language)
      .filter((word) => !isStopWord(word, language))
      .map((word) => stemWord(word, language)),
  );
}

/** Pairs of different voices that have words in common, those with most of them first. */
function likelyPairs(sentences: readonly Sentence[]): [Sentence, Sentence][] {
  const places = new Map<string, number[]>();
  const pairs: { left: number; right: number; common: number }[] = [];
  for (const [right, { statement, passage }] of sentences.entries()) {
    const common = new Map<number, number>();
    for (const { keys, weight } of statement.terms) {
      if (weight <= 0.2) continue;
      const others = new Set(keys.flatMap((key) => places.get(key) ?? []));
      for (const left of others) common.set(left, (common.get(left) ?? 0) + weight);
    }
    for (const [left, weight] of common) {
      if (weight >= LEAST_COMMON && sentences[left]?.passage.voice !== passage.voice)
        pairs.push({ left, right, common: weight });
    }
    for (const { keys } of statement.terms) {
      for (const key of keys) {
        const list = places.get(key);
        if (list === undefined) places.set(key, [right]);
        else if (list.at(-1) !== right) list.push(right);
      }
    }
  }
  return pairs
    .toSorted((one, other) => other.common - one.common)
    .slice(0, MOST_PAIRS)
    .flatMap(({ left, right }): [Sentence, Sentence][] => {
      const [first, second] = [sentences[left], sentences[right]];
      return first === undefined || second === undefined ? [] : [[first, second]];
    });
}
