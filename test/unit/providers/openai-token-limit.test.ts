import { describe, expect, it } from 'vitest';
import {
  firstTokenLimitName,
  otherTokenLimitName,
} from '../../../src/providers/openai-token-limit.ts';

const rejection = (fields: object, message = ''): Error =>
  Object.assign(new Error(message), { status: 400, ...fields });

describe('firstTokenLimitName', () => {
  it.each([
    ['https://api.openai.com/v1', 'max_completion_tokens'],
    ['https://eu.api.openai.com/v1', 'max_completion_tokens'],
    ['https://shop.openai.azure.com/openai/v1', 'max_completion_tokens'],
    ['http://localhost:11434/v1', 'max_tokens'],
    ['https://openrouter.ai/api/v1', 'max_tokens'],
    ['https://notopenai.com/v1', 'max_tokens'],
  ])('%s gets %s', (baseUrl, name) => {
    expect(firstTokenLimitName(baseUrl)).toBe(name);
  });
});

describe('otherTokenLimitName', () => {
  it('changes the name when the server does not know it', () => {
    const error = rejection({ code: 'unsupported_parameter', param: 'max_tokens' });
    expect(otherTokenLimitName(error, 'max_tokens')).toBe('max_completion_tokens');
  });

  it('reads the words of servers without codes', () => {
    const error = rejection({ status: 422 }, 'Extra inputs: max_completion_tokens');
    expect(otherTokenLimitName(error, 'max_completion_tokens')).toBe('max_tokens');
  });

  it.each([
    rejection({ code: 'unsupported_parameter', param: 'temperature' }),
    rejection({ param: 'max_tokens' }, 'max_tokens is too large: 300000'),
    rejection({ status: 500, code: 'unsupported_parameter', param: 'max_tokens' }),
    new Error('max_tokens unsupported'),
    undefined,
  ])('keeps it otherwise (%s)', (error) => {
    expect(otherTokenLimitName(error, 'max_tokens')).toBeUndefined();
  });
});
