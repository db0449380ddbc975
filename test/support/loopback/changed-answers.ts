import type { z } from 'zod';
import type {
  closingSchema,
  outlineSchema,
  partsSchema,
} from '../../../src/writing/openai/answer-schemas.ts';
import type { ChatCallBody, LoopbackOptions } from './loopback-types.ts';
import { tagged } from './told-sentences.ts';
import { writtenAnswer } from './written-answer.ts';

type OutlineAnswer = z.infer<typeof outlineSchema>;
export type PartsAnswer = z.infer<typeof partsSchema>;
type ClosingAnswer = z.infer<typeof closingSchema>;

/** What tells the calls for one part from each other. */
export interface AskedCall {
  prompt: string;
  /** An answer that could not be used is asked for once more. */
  isAgain: boolean;
  /** A part with problems is written again. */
  isRevision: boolean;
}

type Change<T> = (good: T, call: AskedCall) => unknown;

/** What a model answers instead of what a good one would write. A string is sent as it is, anything else as JSON. */
export interface AnswerChanges {
  outline?: Change<OutlineAnswer>;
  parts?: Change<PartsAnswer>;
  closing?: Change<ClosingAnswer>;
}

/** For `chat` of the server: good answers, changed. Calls that no change is for are answered well. */
export function changedAnswers(changes: AnswerChanges): NonNullable<LoopbackOptions['chat']> {
  return ({ messages }: ChatCallBody) => {
    const prompt = messages.map(({ content }) => content).join('\n');
    const good = writtenAnswer(prompt);
    const task = tagged(prompt, 'task');
    const call = {
      prompt,
      isAgain: messages.length > 2,
      isRevision: prompt.includes('What is wrong with it:'),
    };
    if (task === 'outline') return changes.outline?.(good as OutlineAnswer, call);
    if (task === 'closing') return changes.closing?.(good as ClosingAnswer, call);
    return task.includes('.') || task === 'introduction' || task === 'conclusion'
      ? changes.parts?.(good as PartsAnswer, call)
      : undefined;
  };
}

/** The passage of a prompt that holds the words. */
export function passageWith({ prompt }: AskedCall, words: string): string {
  const passages = [...prompt.matchAll(/<passage id="(s\d+p\d+)"[^>]*>([\s\S]*?)<\/passage>/gu)];
  const passage = passages.find(([, , text = '']) => text.includes(words));
  return passage?.[1] ?? 'none';
}

export type AnswerSentence = { text: string; passages: string[] };

/** With further sentences in the first part. */
export function addSentences(
  { parts }: PartsAnswer,
  sentences: readonly AnswerSentence[],
): PartsAnswer {
  const extra = sentences.map((sentence) => ({ kind: 'text' as const, sentences: [sentence] }));
  return {
    parts: parts.map(({ part, paragraphs }, index) => ({
      part,
      paragraphs: index === 0 ? [...paragraphs, ...extra] : paragraphs,
    })),
  };
}

/** With every sentence changed; `place` counts within its paragraph. */
export function changeSentences(
  { parts }: PartsAnswer,
  change: (sentence: AnswerSentence, place: number) => AnswerSentence,
): PartsAnswer {
  return {
    parts: parts.map(({ part, paragraphs }) => ({
      part,
      paragraphs: paragraphs.map(({ kind, sentences }) => ({
        kind,
        sentences: sentences.map(change),
      })),
    })),
  };
}
