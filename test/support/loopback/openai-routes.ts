import { openaiError } from './error-bodies.ts';
import { jsonAnswer } from './json-answer.ts';
import type { ChatCallBody, Fault, LoopbackOptions, RouteAnswer } from './loopback-types.ts';
import { strictSchemaProblem } from './strict-schema.ts';

type Fields = Record<string, unknown>;

/** A rough count of tokens: four characters each. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** `POST /v1/chat/completions`, with the checks that OpenAI makes. */
export function answerChat(
  body: Fields,
  options: LoopbackOptions,
  fault: Fault,
  created: number,
): RouteAnswer {
  const problem = findProblem(body, options);
  if (problem !== undefined) return problem;
  const request = body as unknown as ChatCallBody;
  const prompt = request.messages.map(({ content }) => content).join('\n');
  const schema = request.response_format?.json_schema?.schema;
  const answer =
    options.chat?.(request) ??
    (schema === undefined ? 'This is an answer in plain words.' : jsonAnswer(schema, prompt));
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const most = request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY;
  const isCut = fault.finish === 'length' || countTokens(text) > most;
  const kept = isCut ? text.slice(0, Math.min(most * 4, Math.floor(text.length / 2))) : text;
  const promptTokens = countTokens(prompt);
  const completionTokens = countTokens(kept);
  return {
    status: 200,
    body: {
      id: `chatcmpl-loopback${created}`,
      object: 'chat.completion',
      created,
      model: request.model,
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: fault.refusal === undefined ? kept : null,
            refusal: fault.refusal ?? null,
            annotations: [],
          },
          logprobs: null,
          finish_reason: fault.finish ?? (isCut ? 'length' : 'stop'),
        },
      ],
      usage: {
        prompt_tokens: promptTokens,
        completion_tokens: completionTokens,
        total_tokens: promptTokens + completionTokens,
        prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
      },
      service_tier: 'default',
      system_fingerprint: null,
    },
  };
}

/** `GET /v1/models`. */
export function answerModels(options: LoopbackOptions, created: number): RouteAnswer {
  const names = options.models ?? ['gpt-5.5', 'gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano'];
  const data = names.map((id) => ({ id, object: 'model', created, owned_by: 'system' }));
  return { status: 200, body: { object: 'list', data } };
}

function findProblem(body: Fields, options: LoopbackOptions): RouteAnswer | undefined {
  const { model, messages } = body;
  if (typeof model !== 'string') {
    return openaiError(400, { message: 'you must provide a model parameter', code: null });
  }
  if (options.models !== undefined && !options.models.includes(model)) {
    const message = `The model \`${model}\` does not exist or you do not have access to it.`;
    return openaiError(404, { message });
  }
  if (!Array.isArray(messages) || messages.length === 0) {
    const message = "Invalid 'messages': empty array. Expected an array with minimum length 1.";
    return openaiError(400, { message, param: 'messages', code: 'empty_array' });
  }
  if (options.refuseMaxTokens === true && body['max_tokens'] !== undefined) {
    const message =
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    return openaiError(400, { message, param: 'max_tokens', code: 'unsupported_parameter' });
  }
  return findFormatProblem((body as unknown as ChatCallBody).response_format);
}

function findFormatProblem(format: ChatCallBody['response_format']): RouteAnswer | undefined {
  if (format?.type !== 'json_schema') return undefined;
  const name = String(format.json_schema?.name);
  if (!/^[\w-]{1,64}$/.test(name)) {
    const message = "Invalid 'response_format.json_schema.name': string does not match pattern.";
    return openaiError(400, { message, param: 'response_format.json_schema.name' });
  }
  const problem = strictSchemaProblem(format.json_schema?.schema);
  if (problem === undefined) return undefined;
  const message = `Invalid schema for response_format '${name}': ${problem}`;
  return openaiError(400, { message, param: 'response_format', code: null });
}
