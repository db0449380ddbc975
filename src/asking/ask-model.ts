import { cutText } from '../core/cut-text.ts';
import { AppError } from '../core/errors.ts';
import { foldText } from '../core/fold-text.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import type { CallScope } from '../providers/call.ts';
import { AnswerCut, type ChatMessage, type ChatModel } from '../providers/chat-model.ts';
import { partName } from './part-name.ts';
import { MOST_PROBLEMS, type Reading } from './reading.ts';

export interface Question<T> {
  /** What is asked for: `outline`, `sections.2`, `closing`. */
  part: string;
  messages: readonly ChatMessage[];
  schemaName: string;
  schema: Record<string, unknown>;
  /** Tokens that the answer probably stays below, with its reasoning. */
  outputTokens: number;
  read: (data: unknown) => Reading<T>;
  repair: (problems: readonly string[]) => string;
}

export interface AskedModel {
  model: ChatModel;
  /** The most that any answer may have. */
  maxOutputTokens: number;
}

/** No part of an article is longer; what is does not get parsed. */
const LONGEST_ANSWER = 300_000;
/** Of an answer that is to be mended: more is not worth its tokens. */
const LONGEST_SHOWN = 20_000;
/** Problems that a person is told; the rest is rarely of another kind. */
const MOST_TOLD = 3;
/** Characters of an answer in plain words that its error repeats. */
const MOST_WORDS_SHOWN = 120;

/**
 * Asks for one answer, and once more with the reasons when it cannot be used as it is; then takes what is good of it.
 * An answer that was cut is asked for once more with all the room there may be.
 * @throws AppError `ANSWER_INVALID` that names the part and the reasons, or what the provider failed with.
 */
export async function askModel<T>(
  question: Question<T>,
  { model, maxOutputTokens }: AskedModel,
  scope: CallScope,
): Promise<T> {
  const { part, messages, schemaName, schema } = question;
  const metered = meter(scope);
  const ask = (asked: readonly ChatMessage[], tokens: number, about: string) =>
    model.complete(
      { messages: asked, schemaName, schema, maxOutputTokens: tokens, about },
      metered.scope,
    );
  const room = Math.min(question.outputTokens, maxOutputTokens);
  let text: string;
  try {
    text = await ask(messages, room, part);
  } catch (error) {
    if (!wasCut(error) || room >= maxOutputTokens) throw named(error, part);
    text = await ask(messages, maxOutputTokens, `${part} again`).catch((second: unknown) => {
      throw named(second, part);
    });
    return lastOf([readText(text, question.read)], question, model, metered.total());
  }
  const first = readText(text, question.read);
  if (first.problems.length === 0 && first.value !== undefined) return first.value;
  const repaired = await ask(
    [
      ...messages,
      { role: 'assistant', content: text.slice(0, LONGEST_SHOWN).toWellFormed() },
      { role: 'user', content: question.repair(first.problems.slice(0, MOST_PROBLEMS)) },
    ],
    room,
    `${part} again`,
  ).catch((error: unknown) => {
    if (first.value !== undefined && isUseless(error)) return undefined;
    throw named(error, part);
  });
  const second = repaired === undefined ? undefined : readText(repaired, question.read);
  return lastOf(second === undefined ? [first] : [second, first], question, model, metered.total());
}

/** The first reading that is good for something. */
function lastOf<T>(
  readings: readonly Reading<T>[],
  { part }: Question<T>,
  model: ChatModel,
  usage: Usage,
): T {
  const usable = readings.find(({ value }) => value !== undefined)?.value;
  if (usable !== undefined) return usable;
  const problems = readings[0]?.problems ?? [];
  const more = problems.length - MOST_TOLD;
  const told = [
    ...problems.slice(0, MOST_TOLD),
    ...(more > 0 ? [`and ${more} ${more === 1 ? 'problem' : 'problems'} more`] : []),
  ].join('; ');
  throw new AppError(
    'ANSWER_INVALID',
    `The model ${model.name} gave no usable ${partName(part)}, not on a second try either: ${told}.`,
    {
      suggestions: [
        'Use a model that keeps to a JSON schema, or set more output tokens (openai.maxOutputTokens).',
      ],
      usage,
      about: part,
    },
  );
}

function readText<T>(text: string, read: (data: unknown) => Reading<T>): Reading<T> {
  if (text.length > LONGEST_ANSWER) return { problems: ['it is far too long'] };
  try {
    return read(JSON.parse(withoutCodeBlock(text.trim())));
  } catch (error) {
    if (error instanceof SyntaxError) return { problems: [describeWords(text)] };
    throw error;
  }
}

/** A model that refuses in plain words says why: whoever reads the error should read that too. */
function describeWords(text: string): string {
  const words = foldText(text.slice(0, LONGEST_SHOWN));
  return words === '' || /^[[{`]/u.test(words)
    ? 'it is not JSON'
    : `it is not JSON: “${cutText(words, MOST_WORDS_SHOWN)}”`;
}

/** Some servers wrap their JSON in a code block. */
function withoutCodeBlock(text: string): string {
  return text.startsWith('```') && text.endsWith('```')
    ? text.slice(3, -3).replace(/^json\b/u, '')
    : text;
}

function wasCut(error: unknown): boolean {
  return error instanceof AppError && error.cause instanceof AnswerCut;
}

function isUseless(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'ANSWER_INVALID';
}

/** Says which part an answer was for that the provider itself found to be of no use. */
function named(error: unknown, part: string): unknown {
  if (!isUseless(error)) return error;
  const { message, suggestions, retryable, status, usage, perhapsPaid } = error;
  return new AppError('ANSWER_INVALID', `There is no ${partName(part)}: ${message}`, {
    suggestions,
    retryable,
    perhapsPaid,
    about: part,
    ...(status === undefined ? {} : { status }),
    ...(usage === undefined ? {} : { usage }),
    cause: error,
  });
}

/** Counts what the calls for one answer consume, beside telling the run. */
function meter(scope: CallScope): { scope: CallScope; total: () => Usage } {
  let total: Usage = NO_USAGE;
  const onUsage = (usage: Usage, replayed?: boolean) => {
    total = addUsage(total, usage);
    scope.onUsage?.(usage, replayed);
  };
  return { scope: { ...scope, onUsage }, total: () => total };
}
