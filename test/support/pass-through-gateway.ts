import { addUsage, NO_USAGE, type Usage } from '../../src/core/usage.ts';
import type { CallAnswer, CallRequest, Gateway } from '../../src/providers/call.ts';

export interface PassThroughGateway extends Gateway {
  /** What was asked, in order. */
  requests: Array<CallRequest<unknown, unknown>>;
  /** The successful answers, in order. */
  answers: Array<CallAnswer<unknown>>;
}

/** A gateway of one attempt: no retry, no limits, no prices. For tests of what stands in front of or behind it. */
export function passThroughGateway(): PassThroughGateway {
  const requests: PassThroughGateway['requests'] = [];
  const answers: PassThroughGateway['answers'] = [];
  return {
    requests,
    answers,
    async call(request, scope) {
      scope.signal.throwIfAborted();
      requests.push(request as CallRequest<unknown, unknown>);
      const answer = await request.attempt(request.body, scope.signal);
      answers.push(answer);
      const usage: Usage = addUsage({ ...NO_USAGE, calls: 1 }, { ...NO_USAGE, ...answer.consumed });
      scope.onUsage?.(usage);
      return answer.value;
    },
  };
}
