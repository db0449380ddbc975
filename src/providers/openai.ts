import { attemptWithin, type AttemptLimits } from './attempt-within.ts';
import type { CallAnswer, CallScope, Gateway } from './call.ts';
import type { ChatModel, ChatRequest } from './chat-model.ts';
import { httpError } from './http-error.ts';
import { jsonField } from '../core/json-field.ts';
import { learnedLimits } from './learned-limits.ts';
import { readCompletion } from './openai-answer.ts';
import { LONGEST_ANSWER, openAiFailure } from './openai-client.ts';
import { connectOpenAi } from './openai-connection.ts';
import { estimatedTokens, mostConsumed } from './openai-tokens.ts';
import { firstTokenLimitName, otherTokenLimitName } from './openai-token-limit.ts';
import { readJsonBody } from './read-json-body.ts';
import { consumedCredits } from './consumed-credits.ts';

export interface OpenAiOptions {
  /** May be absent with a base URL of one's own: local servers want none. */
  apiKey: string | undefined;
  /** Default `https://api.openai.com/v1`; any OpenAI-compatible server. */
  baseUrl?: string | undefined;
  model: string;
  gateway: Gateway;
  /** Limit of one attempt in milliseconds, 300,000 by default: a long article takes minutes. */
  timeoutMs?: number | undefined;
  /** How long the next byte of an answer may take once it has begun, in milliseconds, 30,000 by default. */
  idleTimeoutMs?: number | undefined;
}

export interface OpenAiModel extends ChatModel {
  /** Loads the SDK beforehand, so that the first call's time is spent on the network. */
  prepare(): Promise<void>;
  /** Names of the models that the key may use; costs nothing. */
  listModels(scope: CallScope): Promise<string[]>;
}

/** All that decides the answer of a completion. */
interface CompletionBody extends Omit<ChatRequest, 'about'> {
  baseUrl: string;
  model: string;
}

const MOST_MODELS = 10_000;

/**
 * A model behind OpenAI's chat completions, or any server that speaks them.
 * @throws AppError `KEY_MISSING` without a key for OpenAI itself; `KEY_REJECTED` or `CONFIG_INVALID` for a key
 * or base URL that cannot be sent.
 */
export function createOpenAi(options: OpenAiOptions): OpenAiModel {
  const { model, gateway, timeoutMs = 300_000, idleTimeoutMs = 30_000 } = options;
  const { baseUrl, identity, load } = connectOpenAi(
    { ...options, idleTimeoutMs },
    {
      remedy:
        'Or set OPENAI_BASE_URL to a server that needs none, or write with --writer extractive.',
      modelSetting: 'openai.model',
    },
  );
  let limitName = firstTokenLimitName(baseUrl);
  const bodyLimits = { maxBytes: LONGEST_ANSWER, idleMs: idleTimeoutMs };

  async function post(body: CompletionBody, signal: AbortSignal): Promise<Response> {
    const { completions } = (await load()).chat;
    const used = limitName;
    const create = (name: typeof used): Promise<Response> =>
      completions
        .create(
          {
            model: body.model,
            messages: [...body.messages],
            response_format: {
              type: 'json_schema',
              json_schema: { name: body.schemaName, schema: body.schema, strict: true },
            },
            [name]: body.maxOutputTokens,
          },
          { signal },
        )
        .asResponse();
    try {
      return await create(used);
    } catch (error) {
      const other = otherTokenLimitName(error, used);
      if (other === undefined) throw error;
      limitName = other;
      return create(other);
    }
  }

  async function send(body: CompletionBody, signal: AbortSignal): Promise<CallAnswer<string>> {
    const response = await post(body, signal);
    const { status, headers } = response;
    const limits = learnedLimits((name) => headers.get(name) ?? undefined);
    const answer = readCompletion(
      await readJsonBody(response, identity, bodyLimits),
      status,
      identity,
    );
    return { ...answer, status, ...(limits === undefined ? {} : { limits }) };
  }

  async function sendList(signal: AbortSignal): Promise<CallAnswer<string[]>> {
    const response = await (await load()).models.list({ signal }).asResponse();
    const data = jsonField(await readJsonBody(response, identity, bodyLimits), 'data');
    const { status } = response;
    if (!Array.isArray(data)) {
      const problem = 'it is no list of models';
      throw httpError({ kind: 'answer', problem, status, retryable: true }, identity);
    }
    const value = data
      .slice(0, MOST_MODELS)
      .map((entry) => jsonField(entry, 'id'))
      .filter((id) => typeof id === 'string');
    const consumed = consumedCredits(0);
    return { value, consumed, status };
  }

  return {
    name: model,

    async prepare() {
      await load();
    },

    complete({ about, ...request }, scope) {
      const attempt = (body: CompletionBody, signal: AbortSignal): Promise<CallAnswer<string>> => {
        const limits: AttemptLimits = { signal, timeoutMs };
        return attemptWithin(identity, limits, (inner) => send(body, inner), openAiFailure);
      };
      return gateway.call(
        {
          provider: 'openai',
          operation: 'complete',
          model,
          body: { ...request, baseUrl, model },
          detail: `${baseUrl}/chat/completions ${model}${about === undefined ? '' : ` ${about}`}`,
          estimatedTokens: estimatedTokens(request),
          worstCase: mostConsumed(request),
          keep: 'writing',
          attempt,
        },
        scope,
      );
    },

    listModels(scope) {
      return gateway.call(
        {
          provider: 'openai',
          operation: 'models',
          body: { baseUrl },
          detail: `${baseUrl}/models`,
          attempt: (_body, signal) =>
            attemptWithin(identity, { signal, timeoutMs }, sendList, openAiFailure),
        },
        scope,
      );
    },
  };
}
