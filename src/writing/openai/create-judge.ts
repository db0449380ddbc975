import { finishStarted } from '../../batch/finish-started.ts';
import { AppError, isAbortError, terminalStopOf } from '../../core/errors.ts';
import type { Verdict } from '../../core/support.ts';
import type { CallScope } from '../../providers/call.ts';
import type { ChatModel } from '../../providers/chat-model.ts';
import { jsonSchema, verdictSchema } from './answer-schemas.ts';
import { fenceText } from '../../asking/fence-text.ts';
import { loadPrompt } from '../../asking/load-prompt.ts';
import { parseAnswer } from '../../asking/parse-answer.ts';

/** Goes up when the same answers become other verdicts. */
const VERSION = 1;
/** More claims in one question make careless answers. */
const CLAIMS_A_CALL = 20;
const TOKENS_A_CLAIM = 40;
const THOUGHTS = 4000;

interface JudgedClaim {
  text: string;
  /** The passages that it cites. */
  evidence: readonly { id: string; text: string }[];
}

export interface JudgeOptions {
  model: ChatModel;
  /** Folder of the Liquid prompts. */
  promptsDirectory: string;
  maxOutputTokens: number;
  /** Calls at a time; 1 unless said. */
  fanOut?: number;
}

/** Asks a model about claims that the support check cannot decide. */
export interface Judge {
  /** All that decides a verdict beside the claims. Plain JSON. */
  readonly settings: unknown;
  /**
   * A verdict for each claim, in order; undefined for claims about which the model gave no usable answer: they stay
   * undecided.
   * @throws what ends a run (budget, quota, credentials) or the signal's reason; no other failure of a call.
   */
  judge: (
    claims: readonly JudgedClaim[],
    scope: CallScope,
  ) => Promise<readonly (Verdict | undefined)[]>;
}

const SCHEMA = jsonSchema(verdictSchema);

/** A judge that asks one question for up to 20 claims. */
export function createJudge(options: JudgeOptions): Judge {
  const { model, maxOutputTokens, fanOut = 1 } = options;
  const system = loadPrompt(options.promptsDirectory, 'judge.system');
  const user = loadPrompt(options.promptsDirectory, 'judge.user');

  async function judgeBatch(
    claims: readonly JudgedClaim[],
    about: string,
    scope: CallScope,
  ): Promise<(Verdict | undefined)[]> {
    const passages = new Map(
      claims.flatMap(({ evidence }) => evidence.map(({ id, text }) => [id, fenceText(text)])),
    );
    const content = user.render({
      passages: [...passages].map(([id, text]) => ({ id, text })),
      claims: claims.map(({ text, evidence }, index) => ({
        number: index + 1,
        ids: evidence.map(({ id }) => id).join(', '),
        text: fenceText(text),
      })),
    });
    const messages = [
      { role: 'system', content: system.render({}) },
      { role: 'user', content },
    ] as const;
    const room = Math.min(maxOutputTokens, THOUGHTS + claims.length * TOKENS_A_CLAIM);
    const request = { messages, schemaName: 'verdicts', schema: SCHEMA, about };
    const text = await model.complete({ ...request, maxOutputTokens: room }, scope).catch(noAnswer);
    return readVerdicts(text, claims.length);
  }

  return {
    settings: { version: VERSION, model: model.name, prompts: [system.text, user.text] },
    async judge(claims, scope) {
      const count = Math.ceil(claims.length / CLAIMS_A_CALL);
      const jobs = Array.from({ length: count }, (_, index) => (signal: AbortSignal) => {
        const batch = claims.slice(index * CLAIMS_A_CALL, (index + 1) * CLAIMS_A_CALL);
        return judgeBatch(batch, `judge ${index + 1}`, { ...scope, signal });
      });
      const verdicts = await finishStarted(jobs, { concurrency: fanOut, signal: scope.signal });
      return verdicts.flat();
    },
  };
}

/** The article does not depend on the judge: only what ends the run is an error. */
function noAnswer(error: unknown): string {
  const isEnd = isAbortError(error) || terminalStopOf(error) !== undefined;
  if (isEnd || !(error instanceof AppError)) throw error;
  return '';
}

/** Verdicts by the numbers of their claims; one that is given twice, and differently, is none. */
function readVerdicts(text: string, count: number): (Verdict | undefined)[] {
  const verdicts = new Map<number, Verdict | undefined>();
  for (const { number, verdict } of parse(text)) {
    const isClear = !verdicts.has(number) || verdicts.get(number) === verdict;
    verdicts.set(number, isClear ? verdict : undefined);
  }
  return Array.from({ length: count }, (_, index) => verdicts.get(index + 1));
}

function parse(text: string): readonly { number: number; verdict: Verdict }[] {
  try {
    return parseAnswer(JSON.parse(text), verdictSchema).value?.verdicts ?? [];
  } catch {
    return [];
  }
}
