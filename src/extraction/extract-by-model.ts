import { askModel } from '../asking/ask-model.ts';
import { finishStarted } from '../batch/finish-started.ts';
import type { CallScope } from '../providers/call.ts';
import type { ChatModel } from '../providers/chat-model.ts';
import { asExtraction } from './as-extraction.ts';
import { styleOf } from './candidates/text-style.ts';
import type { TextContext } from './extract-by-patterns.ts';
import type { Extraction, Field } from './field.ts';
import { answerSchema } from './model/answer-schema.ts';
import type { TextWindow } from './model/cut-windows.ts';
import type { ExtractionPrompts } from './model/extraction-prompts.ts';
import { createQuoteFinder } from './model/find-quote.ts';
import { mergeWindows } from './model/merge-windows.ts';
import { type ReadField, readValues } from './model/read-values.ts';
import { WINDOW_TOKENS, windowsOf } from './model/windows-of.ts';

export interface ModelTools {
  model: ChatModel;
  prompts: ExtractionPrompts;
  /** The most that any answer may have, 16,000 tokens unless said. */
  maxOutputTokens?: number | undefined;
  /** Tokens of text in one request, 8,000 unless said; longer texts are asked about in several. */
  windowTokens?: number | undefined;
  /** Requests about one text at a time; 1 unless said. */
  fanOut?: number | undefined;
}

export interface ModelContext extends TextContext {
  scope: CallScope;
  title?: string | undefined;
  /** Told how many requests about the text are answered. */
  progress?: ((done: number, total: number) => void) | undefined;
}

/** Goes up when the same answers become other values. */
const VERSION = 1;
const MAX_OUTPUT_TOKENS = 16_000;
/** For the thoughts of a model that thinks before it answers. */
const THOUGHTS = 2500;
const TOKENS_A_FIELD = 200;
const TOKENS_A_LIST = 1500;

/** All that decides the values of a text beside the text and the fields. Plain JSON. */
export function modelSettings(tools: ModelTools): unknown {
  const { model, prompts, windowTokens = WINDOW_TOKENS } = tools;
  return { version: VERSION, model: model.name, prompts: prompts.texts, windowTokens };
}

/**
 * Values for the fields as a model finds them. Each has words of the text as its quote: a value whose quote does not stand
 * in the text, or does not have the value in it, is null with a warning, after the model was asked once to mend it. A long
 * text is asked about in overlapping windows; nothing of it is left out.
 * @throws AppError `ANSWER_INVALID` when an answer is of no use at all, or what a call failed with.
 */
export async function extractByModel(
  text: string,
  fields: readonly Field[],
  options: ModelTools & ModelContext,
): Promise<Extraction> {
  const { scope, pages, fanOut = 1 } = options;
  const windows = windowsOf(text, options.windowTokens);
  if (windows.length === 0 || fields.length === 0) {
    const empty = fields.map(() => ({ value: null }));
    const further = windows.length === 0 ? ['There is no text to take values from.'] : [];
    return asExtraction(text, fields, empty, pages, further);
  }
  const style = styleOf(text, options.language);
  let done = 0;
  const jobs = windows.map((window, index) => async (signal: AbortSignal) => {
    const part = { number: index + 1, of: windows.length };
    const isWhole = windows.length === 1;
    const answer = await askWindow(window, isWhole ? undefined : part, { ...scope, signal });
    options.progress?.(++done, windows.length);
    return answer;
  });
  const answers = await finishStarted(jobs, { concurrency: fanOut, signal: scope.signal });
  const chosen = fields.map((field, index) =>
    mergeWindows(
      field,
      answers.map((answer) => answer[index] ?? { values: [], problems: [] }),
    ),
  );
  return asExtraction(text, fields, chosen, pages);

  async function askWindow(
    { start, end }: TextWindow,
    part: { number: number; of: number } | undefined,
    scope: CallScope,
  ): Promise<readonly ReadField[]> {
    const piece = text.slice(start, end);
    const { title, language, prompts } = options;
    const context = { fields, finder: createQuoteFinder(piece), text: piece, offset: start, style };
    const maxOutputTokens = options.maxOutputTokens ?? MAX_OUTPUT_TOKENS;
    let first: readonly ReadField[] | undefined;
    const last = await askModel(
      {
        part: part === undefined ? 'values' : `values.${part.number - 1}`,
        messages: prompts.extract({ fields, text: piece, title, language, part }),
        schemaName: 'values',
        schema: answerSchema(fields),
        outputTokens: roomFor(fields),
        read: (data) => {
          const reading = readValues(data, context);
          first ??= reading.value;
          return reading;
        },
        repair: prompts.repair,
      },
      { model: options.model, maxOutputTokens },
      scope,
    );
    // A repaired answer may have lost what was good in the first.
    return last.map((field, index) => {
      const before = first?.[index];
      return field.values.length === 0 && before !== undefined && before.values.length > 0
        ? before
        : field;
    });
  }
}

function roomFor(fields: readonly Field[]): number {
  return fields.reduce(
    (sum, { type }) => sum + (type === 'array' ? TOKENS_A_LIST : TOKENS_A_FIELD),
    THOUGHTS,
  );
}
