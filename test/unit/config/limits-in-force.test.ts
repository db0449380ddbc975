import { expect, test } from 'vitest';
import { limitsInForce } from '../../../src/config/limits-in-force.ts';
import { DEFAULT_SETTINGS } from '../../../src/config/settings.ts';

const { limits } = DEFAULT_SETTINGS;

test('told limits lower the configured ones and never raise them', () => {
  expect(limitsInForce(limits, [])).toEqual(limits);
  const told = [
    { provider: 'openai', requestsPerMinute: 60, tokensPerMinute: 9_000_000 },
    { provider: 'tavily', requestsPerMinute: 1000 },
    { provider: 'another', requestsPerMinute: 1 },
  ];
  expect(limitsInForce(limits, told)).toEqual({
    ...limits,
    openai: { ...limits.openai, requestsPerMinute: 60 },
  });
});
