import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { NO_USAGE, type Usage } from '../../../src/core/usage.ts';
import { AnswerCut, type ChatModel, type ChatRequest } from '../../../src/providers/chat-model.ts';
import { askModel, type Question } from '../../../src/asking/ask-model.ts';

/** Good is an object with `good`; `usable` makes something of it all the same. */
const question: Question<string> = {
  part: 'sections.2',
  messages: [
    { role: 'system', content: 'rules' },
    { role: 'user', content: 'task' },
  ],
  schemaName: 'parts',
  schema: { type: 'object' },
  outputTokens: 3000,
  read: (data) => {
    const { good, usable } = Object(data) as { good?: string; usable?: string };
    if (good !== undefined) return { problems: [], value: good };
    return usable === undefined
      ? { problems: ['it is no good'] }
      : { problems: ['it is half good'], value: usable };
  },
  repair: (problems) => `Mend: ${problems.join(', ')}`,
};

const invalid = (message: string, cause?: Error) =>
  new AppError('ANSWER_INVALID', message, { status: 200, suggestions: ['Do so.'], cause });

/** Asks a model that gives these answers one after the other. */
async function ask(answers: readonly (string | Error)[], asked: Partial<Question<string>> = {}) {
  const requests: ChatRequest[] = [];
  const told: Usage[] = [];
  const model: ChatModel = {
    name: 'test-model',
    complete: async (request, scope) => {
      const answer = answers[requests.push(request) - 1];
      scope.onUsage?.({ ...NO_USAGE, calls: 1, inputTokens: 100 * requests.length });
      if (answer instanceof Error) throw answer;
      if (answer === undefined) throw new Error('Nobody expected this call.');
      return answer;
    },
  };
  const scope = {
    signal: new AbortController().signal,
    onUsage: (usage: Usage) => void told.push(usage),
  };
  const answer = await askModel(
    { ...question, ...asked },
    { model, maxOutputTokens: 16_000 },
    scope,
  ).catch((error: unknown) => error);
  return { answer, requests, told };
}

describe('one question to the model', () => {
  it('needs one call when the answer is good', async () => {
    const { answer, requests } = await ask(['{"good":"yes"}']);
    expect(answer).toBe('yes');
    expect(requests).toEqual([
      {
        messages: question.messages,
        schemaName: 'parts',
        schema: { type: 'object' },
        maxOutputTokens: 3000,
        about: 'sections.2',
      },
    ]);
  });

  it.each(['```json\n{"good":"yes"}\n```', '```{"good":"yes"}```', '\n {"good":"yes"} '])(
    'takes an answer out of its wrapping: %j',
    async (text) => {
      const { answer, requests } = await ask([text]);
      expect(answer).toBe('yes');
      expect(requests).toHaveLength(1);
    },
  );

  it('asks once more with the answer and what is wrong with it', async () => {
    const { answer, requests } = await ask(['{"bad":1}', '{"good":"now"}']);
    expect(answer).toBe('now');
    expect(requests.map(({ about }) => about)).toEqual(['sections.2', 'sections.2 again']);
    expect(requests[1]?.messages).toEqual([
      ...question.messages,
      { role: 'assistant', content: '{"bad":1}' },
      { role: 'user', content: 'Mend: it is no good' },
    ]);
  });

  it('does not send back without end what came without end', async () => {
    const { answer, requests } = await ask(['x'.repeat(400_000), '{"good":"now"}']);
    expect(answer).toBe('now');
    expect(requests[1]?.messages[2]?.content).toHaveLength(20_000);
    expect(requests[1]?.messages[3]?.content).toBe('Mend: it is far too long');
  });

  it('takes what is good of the second answer, else of the first', async () => {
    expect((await ask(['{"usable":"first"}', '{"usable":"second"}'])).answer).toBe('second');
    expect((await ask(['{"usable":"first"}', 'no JSON'])).answer).toBe('first');
    const refused = invalid('OpenAI: the model refused the request.');
    expect((await ask(['{"usable":"first"}', refused])).answer).toBe('first');
  });

  it('fails after the second answer with the part, the reasons, and what both calls consumed', async () => {
    const { answer, requests, told } = await ask(['no JSON', '{"bad":1}']);
    expect(requests).toHaveLength(2);
    expect(answer).toBeInstanceOf(AppError);
    expect(answer).toMatchObject({
      code: 'ANSWER_INVALID',
      message:
        'The model test-model gave no usable section 3, not on a second try either: it is no good.',
      retryable: false,
      about: 'sections.2',
      usage: { calls: 2, inputTokens: 300 },
    });
    expect(told.map(({ inputTokens }) => inputTokens)).toEqual([100, 200]);
  });

  it('tells people the first problems only, and the model more of them', async () => {
    const problems = Array.from({ length: 20 }, (_, index) => `fault ${index + 1}`);
    const { answer, requests } = await ask(['{}', '{}'], { read: () => ({ problems }) });
    expect(requests[1]?.messages.at(-1)?.content).toMatch(/fault 11, fault 12$/u);
    expect(answer).toMatchObject({
      message: expect.stringMatching(/: fault 1; fault 2; fault 3; and 17 problems more\.$/u),
    });
  });

  it('does not ask again after a refusal, and names the part that is missing', async () => {
    const refused = invalid('OpenAI gave an answer that cannot be used: the model refused.');
    const { answer, requests } = await ask([refused]);
    expect(requests).toHaveLength(1);
    expect(answer).toMatchObject({
      code: 'ANSWER_INVALID',
      message:
        'There is no section 3: OpenAI gave an answer that cannot be used: the model refused.',
      suggestions: ['Do so.'],
      status: 200,
      about: 'sections.2',
      cause: refused,
    });
  });

  it('names the part too when the request to mend is refused and nothing is there', async () => {
    const { answer, requests } = await ask(['{"bad":1}', invalid('Refused.')]);
    expect(requests).toHaveLength(2);
    expect(answer).toMatchObject({
      code: 'ANSWER_INVALID',
      message: 'There is no section 3: Refused.',
    });
  });

  it('gives an answer that was cut all the room there is, once', async () => {
    const cut = invalid('Cut.', new AnswerCut());
    const { answer, requests } = await ask([cut, '{"good":"whole"}']);
    expect(answer).toBe('whole');
    expect(requests.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([3000, 16_000]);
    expect(requests[1]?.messages).toEqual(question.messages);
    const twice = await ask([cut, cut]);
    expect(twice.requests).toHaveLength(2);
    expect(twice.answer).toMatchObject({
      code: 'ANSWER_INVALID',
      message: 'There is no section 3: Cut.',
    });
  });

  it('does not ask again where there is no more room', async () => {
    const cut = invalid('Cut.', new AnswerCut());
    const { answer, requests } = await ask([cut], { outputTokens: 20_000 });
    expect(requests.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([16_000]);
    expect(answer).toMatchObject({ message: 'There is no section 3: Cut.' });
  });

  it.each([
    ['the first call', []],
    ['the request to mend', ['{"usable":"first"}']],
  ])('passes on as it is what a provider failed with: %s', async (_name, before) => {
    const failure = new AppError('BUDGET_EXHAUSTED', 'No money.');
    expect((await ask([...before, failure])).answer).toBe(failure);
  });
});
