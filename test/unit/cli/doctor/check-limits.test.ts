import { expect, test } from 'vitest';
import { checkLimits } from '../../../../src/cli/doctor/check-limits.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/config/settings.ts';

const settings: Settings = { ...DEFAULT_SETTINGS, research: ['tavily'], writer: 'openai' };
const learnedAt = '2026-03-02T08:00:00.000Z';

test('lower limits warn, each with its setting', () => {
  const learned = [
    { provider: 'openai', requestsPerMinute: 60, tokensPerMinute: 40_000, learnedAt },
    { provider: 'tavily', requestsPerMinute: 100, learnedAt },
  ];
  expect(checkLimits(settings, learned)).toEqual([
    {
      name: 'Tavily limits',
      status: 'ok',
      message: 'learned 100 requests a minute, as configured (told on 2026-03-02)',
    },
    {
      name: 'OpenAI limits',
      status: 'warning',
      message:
        'learned 60 requests a minute, configured 500; 40,000 tokens a minute, configured 200,000 (told on 2026-03-02)',
      remedy:
        'The lower ones hold. Set limits.openai.requestsPerMinute to 60 and limits.openai.tokensPerMinute to 40000.',
    },
  ]);
});

test('higher limits may be taken up', () => {
  const learned = [{ provider: 'openai', tokensPerMinute: 2_000_000, learnedAt }];
  expect(checkLimits(settings, learned)).toMatchObject([
    {
      status: 'ok',
      remedy: expect.stringContaining('set limits.openai.tokensPerMinute to 2000000'),
    },
  ]);
});

test('limits that were told for another time than a minute are set in whole numbers', () => {
  const learned = [{ provider: 'openai', requestsPerMinute: 1000 / 60, learnedAt }];
  expect(checkLimits(settings, learned)).toMatchObject([
    { remedy: 'The lower ones hold. Set limits.openai.requestsPerMinute to 16.' },
  ]);
});

test('providers that are not in use or told nothing are left out', () => {
  const learned = [{ provider: 'openai', requestsPerMinute: 60, learnedAt }];
  expect(checkLimits(DEFAULT_SETTINGS, learned)).toEqual([]);
  expect(checkLimits(settings, [{ provider: 'tavily', learnedAt }])).toEqual([]);
});
