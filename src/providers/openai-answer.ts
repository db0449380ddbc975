import { NO_USAGE } from '../core/usage.ts';
import type { CallAnswer } from './call.ts';
import { AnswerCut } from './chat-model.ts';
import { httpError } from './http-error.ts';
import { jsonCount, jsonField } from '../core/json-field.ts';
import type { ProviderIdentity } from './provider-identity.ts';

/**
 * The text and the usage in the body of a chat completion.
 * @throws AppError `ANSWER_INVALID`, with the usage where it is told, for a cut, filtered, refused or empty answer.
 */
export function readCompletion(
  body: unknown,
  status: number,
  identity: ProviderIdentity,
): Pick<CallAnswer<string>, 'value' | 'consumed'> {
  const told = jsonField(body, 'usage');
  const consumed = readConsumed(told);
  const choices = jsonField(body, 'choices');
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const message = jsonField(choice, 'message');
  const content = jsonField(message, 'content');
  const refusal = jsonField(message, 'refusal');
  const reason = jsonField(choice, 'finish_reason');

  if (reason === 'length') {
    const advice = [
      'Ask for a shorter article, or set openai.model to a model that answers more briefly.',
    ];
    throw unusable('it was cut at the limit of output tokens', false, advice, new AnswerCut());
  }
  if (reason === 'content_filter') {
    throw unusable("the provider's content filter cut it", false, [
      'Put the keyword differently, or use another model.',
    ]);
  }
  if (typeof refusal === 'string' && refusal.trim() !== '') {
    throw unusable('the model refused the request', false, [
      'Put the keyword differently, or use another model.',
    ]);
  }
  if (typeof content !== 'string' || content.trim() === '') {
    throw unusable('it holds no text', true);
  }
  return { value: content, consumed };

  function unusable(
    problem: string,
    retryable: boolean,
    suggestions?: readonly string[],
    cause?: AnswerCut,
  ): Error {
    const cost =
      typeof jsonField(told, 'prompt_tokens') === 'number'
        ? { usage: { ...NO_USAGE, ...consumed } }
        : {};
    const advice = suggestions === undefined ? {} : { suggestions };
    const failure = {
      kind: 'answer',
      problem,
      status,
      retryable,
      cause,
      ...cost,
      ...advice,
    } as const;
    return httpError(failure, identity);
  }
}

function readConsumed(usage: unknown): CallAnswer<string>['consumed'] {
  return {
    inputTokens: jsonCount(jsonField(usage, 'prompt_tokens')),
    cachedInputTokens: jsonCount(
      jsonField(jsonField(usage, 'prompt_tokens_details'), 'cached_tokens'),
    ),
    outputTokens: jsonCount(jsonField(usage, 'completion_tokens')),
    credits: 0,
  };
}
