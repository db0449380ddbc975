import { hashText } from './random.ts';

/** A sentence with the passages that it rests on. */
export interface Told {
  text: string;
  ids: readonly string[];
}

const SENTENCES_A_PARAGRAPH = 4;
/** A model that copies more words in a row has to write them again. */
const LONGEST_COPY = 25;

/** What stands between two tags of a prompt, empty when they are not there. */
export function tagged(prompt: string, name: string): string {
  return unfenced(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'u').exec(prompt)?.[1] ?? '');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whole sentences of prose that end in a full stop; a question may stand in them as the name of a topic. */
export function sentencesOf(text: string): string[] {
  return unfenced(text).match(/\p{Lu}(?:[^.!?<>|#\n]|\?(?=,? \p{Ll})){30,240}[.](?!\S)/gu) ?? [];
}

/** All sentences of all passages, each once. Where there is no prose, each passage as it stands. */
export function toldSentences(prompt: string): Told[] {
  const passages = [
    ...prompt.matchAll(/<passage id="(s\d+p\d+)"[^>]*>([\s\S]*?)<\/passage>/gu),
  ].map(([, id = '', text = '']) => ({ id, text }));
  const told = passages.flatMap(({ id, text }) =>
    sentencesOf(text).map((sentence): Told => ({ text: sentence, ids: [id] })),
  );
  const whole = passages.map(({ id, text }): Told => ({ text: unfenced(text).trim(), ids: [id] }));
  const short = told.filter(({ text }) => text.split(' ').length <= LONGEST_COPY);
  const all = [short, told, whole].find(({ length }) => length > 0) ?? [];
  return [...new Map(all.map((one) => [kindOf(one.text), one])).values()];
}

/**
 * Sentences that no other part of the plan takes, although each is written without a look at the others: each kind of
 * sentence belongs to one part, longer parts having more of them.
 */
export function ownSentences(told: readonly Told[], part: string, plan: readonly string[]): Told[] {
  const shares = plan.flatMap((name) => (name.startsWith('faq.') ? [name] : Array(4).fill(name)));
  return told.filter(({ text }) => shares[hashText(kindOf(text)) % shares.length] === part);
}

/**
 * Each sentence of the first half with one of the second: that says the same as both and repeats neither. Sentences with
 * a contrast or two clauses of their own would be hard to follow in it.
 */
export function inPairs(told: readonly Told[]): Told[] {
  const plain = told.filter(({ text }) => !/, but |;/u.test(text));
  const half = Math.floor(plain.length / 2);
  return plain.slice(0, half).flatMap((first, index) => {
    const second = plain[half + index];
    if (second === undefined) return [];
    const end = second.text.charAt(0).toLowerCase() + second.text.slice(1);
    const ids = [...new Set([...first.ids, ...second.ids])];
    return [{ text: `${first.text.slice(0, -1)}; also, ${end}`, ids }];
  });
}

/** In an order that differs from part to part. */
export function shuffled(told: readonly Told[], part: string): Told[] {
  const rank = ({ text, ids }: Told) => hashText(`${part} ${ids.join(' ')} ${text}`);
  return told.toSorted((left, right) => rank(left) - rank(right));
}

/** The first sentences, until there are so many words; where there are none, the first of the others. */
export function upTo(words: number, told: readonly Told[], others: readonly Told[]): Told[] {
  if (told.length === 0) return others.slice(0, 1);
  let left = words;
  return told.filter(({ text }) => {
    const isWanted = left > 0;
    left -= text.split(' ').length;
    return isWanted;
  });
}

/** The paragraphs of a part as an answer has them. */
export function paragraphsOf(sentences: readonly Told[]): unknown[] {
  const count = Math.ceil(sentences.length / SENTENCES_A_PARAGRAPH);
  return Array.from({ length: count }, (_, index) => ({
    kind: 'text',
    sentences: sentences
      .slice(index * SENTENCES_A_PARAGRAPH, (index + 1) * SENTENCES_A_PARAGRAPH)
      .map(({ text, ids }) => ({ text, passages: ids })),
  }));
}

/** Sentences of the pages that differ in their topic alone say the same: they begin alike and have the same figures. */
function kindOf(text: string): string {
  const opening = text.split(/\s+/u).slice(0, 2).join(' ');
  return [opening, ...(text.match(/\d+/gu) ?? [])].join(' ');
}

function unfenced(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
