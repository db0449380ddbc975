import { discoveredAnswer, extractedAnswer } from './extracted-answer.ts';
import { plannedOutline } from './planned-outline.ts';
import {
  capital,
  inPairs,
  ownSentences,
  paragraphsOf,
  sentencesOf,
  shuffled,
  tagged,
  toldSentences,
  type Told,
  upTo,
} from './told-sentences.ts';

const TITLE = { minimum: 30, maximum: 60 };
const DESCRIPTION = { minimum: 70, maximum: 160 };

/**
 * What a model that does as it is told writes for a task of the article writer: whole sentences of the given passages,
 * each with the ids of its passages and in one part only, about as many words as are wanted. Undefined for a request that
 * names no such task. The same for the same request.
 */
export function writtenAnswer(prompt: string): unknown {
  const task = tagged(prompt, 'task');
  if (task === '') return undefined;
  if (task === 'outline') return plannedOutline(prompt);
  if (task === 'closing') return closing(prompt);
  if (task === 'judge') return verdicts(prompt);
  if (task === 'extract') return extractedAnswer(prompt);
  if (task === 'discover') return discoveredAnswer(prompt);
  if (task === 'title description') return head(prompt, sentencesOf(tagged(prompt, 'article')));
  return { parts: task.split(' ').map((part) => ({ part, paragraphs: write(prompt, part) })) };
}

function write(prompt: string, part: string): unknown[] {
  const faulty = /What is wrong with it:\n([\s\S]*?)\nMend that/u.exec(prompt)?.[1] ?? '';
  const told = toldSentences(prompt).filter(({ text }) => !faulty.includes(text));
  const plan = [...prompt.matchAll(/^((?:sections|faq)\.\d+): /gmu)].map(([, name = '']) => name);
  const next = plan[(plan.indexOf(part) + 1) % plan.length] ?? part;
  const [own, more] = [part, next].map((name) => shuffled(ownSentences(told, name, plan), part));
  const sentences = [...(own ?? []), ...inPairs(more ?? [])];
  const others = [...inPairs(shuffled(told, part)), ...told];
  return paragraphsOf(upTo(wordsOf(prompt, part), sentences, others));
}

function closing(prompt: string): unknown {
  const lines = tagged(prompt, 'article').matchAll(/^(.*) \((s\d+p\d+(?:, s\d+p\d+)*)\)$/gmu);
  const told = [...lines].map(([, text = '', ids = '']): Told => ({ text, ids: ids.split(', ') }));
  const wanted = (name: string) =>
    Number(new RegExp(`\`${name}\`: about (\\d+) words`, 'u').exec(prompt)?.[1] ?? 60);
  const pairs = inPairs(told);
  const sumUp = (part: string, place: number) => {
    const some = pairs.filter((_, index) => index % 2 === place);
    return paragraphsOf(upTo(wanted(part), shuffled(some, part), told));
  };
  return {
    ...head(
      prompt,
      told.map(({ text }) => text),
    ),
    introduction: sumUp('introduction', 0),
    conclusion: sumUp('conclusion', 1),
  };
}

function head(prompt: string, sentences: readonly string[]) {
  const keyword = capital(tagged(prompt, 'keyword') || 'this');
  const wanted = /`title`: exactly <title>(.*?)<\/title>/u.exec(prompt)?.[1];
  const titles = [
    keyword,
    `${keyword}: what really matters now`,
    `${keyword}: what really matters and what does not`,
  ];
  const description = `${keyword}: what it takes, what it costs and which mistakes to avoid, with sources.`;
  return {
    title: wanted ?? titles.find(fits(TITLE)) ?? keyword,
    description:
      [description, ...sentences].find(fits(DESCRIPTION)) ??
      'What it takes, what it costs and which mistakes to avoid, with the sources for all of it.',
  };
}

function fits({ minimum, maximum }: { minimum: number; maximum: number }) {
  return ({ length }: string) => length >= minimum && length <= maximum;
}

function verdicts(prompt: string): unknown {
  const numbers = [...prompt.matchAll(/<claim number="(\d+)"/gu)].map(([, digits]) => digits);
  return { verdicts: numbers.map((digits) => ({ number: Number(digits), verdict: 'supported' })) };
}

function wordsOf(prompt: string, part: string): number {
  const place = part.replace('.', '\\.');
  const asked = new RegExp(`- ${place}, about (\\d+) words`, 'u').exec(prompt);
  return Number(asked?.[1] ?? /About (\d+) words/u.exec(prompt)?.[1] ?? 60);
}
