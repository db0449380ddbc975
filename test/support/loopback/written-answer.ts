import { hashText, seededRandom } from './random.ts';

interface Told {
  text: string;
  ids: string[];
}

/** Words of a sentence as the pages of this server have them. */
const WORDS_A_SENTENCE = 15;
const SENTENCES_A_PARAGRAPH = 4;
/** So many words in a row are copied from a source at most. */
const COPIED = 9;

/**
 * What a model that does as it is told writes for a task of the article writer: sentences of the given passages with a
 * word put in here and there, each with the id of its passage, about as many words as are wanted. Undefined for a
 * request that names no such task. The same for the same request.
 */
export function writtenAnswer(prompt: string): unknown {
  const task = /<task>([^<]*)<\/task>/u.exec(prompt)?.[1];
  if (task === undefined) return undefined;
  if (task === 'outline') return outline(prompt);
  if (task === 'closing') return closing(prompt);
  if (task === 'judge') return verdicts(prompt);
  if (task === 'title description') return head(prompt, sentencesOf(tagged(prompt, 'article')));
  const told = passages(prompt);
  return {
    parts: task
      .split(' ')
      .map((part) => ({ part, paragraphs: write(told, part, wordsOf(prompt, part)) })),
  };
}

function outline(prompt: string): unknown {
  const count = Number(/Plan about (\d+) sections/u.exec(prompt)?.[1] ?? 4);
  const questions = Number(/`faq`: (\d+) short questions/u.exec(prompt)?.[1] ?? 0);
  const found = [...prompt.matchAll(/<source id="(s\d+)"[^>]*>\n([\s\S]*?)<\/source>/gu)];
  const all = found.flatMap(([, id = '', text = '']) =>
    sentencesOf(text).map((sentence) => ({ text: sentence, ids: [id] })),
  );
  const ids = found.map(([, id = '']) => id);
  const some = (place: number) => [0, 1, 2].map((step) => ids[(place + step) % ids.length] ?? '');
  const random = seededRandom(keywordOf(prompt));
  const words = (length: number) =>
    (all[Math.floor(random() * all.length)]?.text ?? 'what there is to know about it')
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .split(/\s+/u)
      .slice(0, length)
      .join(' ');
  return {
    sections: Array.from({ length: count }, (_, place) => ({
      heading: `${place === 0 ? capital(keywordOf(prompt)) : words(5)} ${place + 1}`,
      points: [words(4), words(4)],
      sources: [...new Set(some(place))],
    })),
    faq: Array.from({ length: questions }, (_, place) => ({
      question: `What about ${words(5).toLowerCase()} ${place + 1}?`,
      sources: [...new Set(some(place + 1))],
    })),
  };
}

function closing(prompt: string): unknown {
  const lines = tagged(prompt, 'article').matchAll(/^(.*) \((s\d+p\d+(?:, s\d+p\d+)*)\)$/gmu);
  const told = [...lines].map(([, text = '', ids = '']): Told => ({
    // In fewer words than there, so that nothing is said twice.
    text: `${text
      .split(' ')
      .slice(0, Math.max(6, Math.ceil(text.split(' ').length * 0.6)))
      .join(' ')
      .replace(/[,.]$/u, '')}.`,
    ids: ids.split(', '),
  }));
  const wanted = (name: string) =>
    Number(new RegExp(`\`${name}\`: about (\\d+) words`, 'u').exec(prompt)?.[1] ?? 60);
  return {
    ...head(
      prompt,
      told.map(({ text }) => text),
    ),
    introduction: compose(pickSome(told, 'introduction', wanted('introduction'), 9)),
    conclusion: compose(pickSome(told, 'conclusion', wanted('conclusion'), 9)),
  };
}

function head(prompt: string, sentences: readonly string[]) {
  const keyword = capital(keywordOf(prompt));
  const wanted = /`title`: exactly <title>(.*?)<\/title>/u.exec(prompt)?.[1];
  const title = keyword.length < 30 ? `${keyword}: what really matters now` : keyword;
  const description = [...sentences, 'All that readers have to know, with the sources for it.'];
  return { title: wanted ?? title, description: description.slice(0, 4).join(' ').slice(0, 150) };
}

function verdicts(prompt: string): unknown {
  const numbers = [...prompt.matchAll(/<claim number="(\d+)"/gu)].map(([, digits]) => digits);
  return { verdicts: numbers.map((digits) => ({ number: Number(digits), verdict: 'supported' })) };
}

/** All sentences of all passages, each with its passage. */
function passages(prompt: string): Told[] {
  const found = prompt.matchAll(/<passage id="(s\d+p\d+)"[^>]*>([\s\S]*?)<\/passage>/gu);
  const told = [...found].flatMap(([, id = '', text = '']) =>
    sentencesOf(text).map((sentence) => ({ text: inOtherWords(sentence), ids: [id] })),
  );
  const [, first = 's1p1'] = /<passage id="(s\d+p\d+)"/u.exec(prompt) ?? [];
  const nothing = { text: 'There is not much to say about it here.', ids: [first] };
  return told.length === 0 ? [nothing] : told;
}

function write(told: readonly Told[], part: string, words: number): unknown[] {
  return compose(pickSome(told, part, words, WORDS_A_SENTENCE));
}

/** Sentences for so many words; those with figures first, because no two of them are alike. */
function pickSome(told: readonly Told[], part: string, words: number, each: number): Told[] {
  const count = Math.max(2, Math.round(words / each));
  const rank = ({ text, ids }: Told) => hashText(`${part} ${ids.join()} ${text}`);
  const different = [...new Map(told.map((one) => [one.text, one])).values()];
  const hasFigure = ({ text }: Told) => Number(/\d/u.test(text));
  return different
    .toSorted((left, right) => hasFigure(right) - hasFigure(left) || rank(left) - rank(right))
    .slice(0, count);
}

function compose(sentences: readonly Told[]): unknown[] {
  const count = Math.ceil(sentences.length / SENTENCES_A_PARAGRAPH);
  return Array.from({ length: count }, (_, index) => ({
    kind: 'text',
    sentences: sentences
      .slice(index * SENTENCES_A_PARAGRAPH, (index + 1) * SENTENCES_A_PARAGRAPH)
      .map(({ text, ids }) => ({ text, passages: ids })),
  }));
}

function wordsOf(prompt: string, part: string): number {
  const place = part.replace('.', '\\.');
  const asked = new RegExp(`- ${place}, about (\\d+) words`, 'u').exec(prompt);
  return Number(asked?.[1] ?? /About (\d+) words/u.exec(prompt)?.[1] ?? 60);
}

/** A copy that shares no long run of words with the original. */
function inOtherWords(sentence: string): string {
  const words = sentence.split(/\s+/u);
  return words
    .flatMap((word, index) => (index > 0 && index % COPIED === 0 ? ['also', word] : [word]))
    .join(' ');
}

function sentencesOf(text: string): string[] {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return plain.match(/\p{Lu}[^.!?<>|#\n]{30,240}[.]/gu) ?? [];
}

function tagged(prompt: string, name: string): string {
  return new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'u').exec(prompt)?.[1] ?? '';
}

function keywordOf(prompt: string): string {
  return tagged(prompt, 'keyword') || 'this';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
