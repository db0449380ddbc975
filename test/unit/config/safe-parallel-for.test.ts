import { describe, expect, it } from 'vitest';
import { safeParallelFor } from '../../../src/config/safe-parallel-for.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/config/settings.ts';

describe('safeParallelFor', () => {
  it('asks no provider when none is used', () => {
    expect(safeParallelFor(DEFAULT_SETTINGS, 16)).toEqual({ parallel: 5, boundBy: 'maximum' });
  });

  it('goes by the limits of the providers that are used', () => {
    const settings = { ...DEFAULT_SETTINGS, research: ['tavily'] as const };
    expect(safeParallelFor(settings, 16)).toEqual({ parallel: 4, boundBy: 'Tavily requests' });
    const both = { ...settings, writer: 'openai' as const };
    // Two at a time would take about 150,000 tokens a minute; half of the limit is 100,000.
    expect(safeParallelFor(both, 16)).toEqual({ parallel: 1, boundBy: 'OpenAI tokens' });
  });

  it('spares a SearXNG and the engines behind it', () => {
    const settings = { ...DEFAULT_SETTINGS, research: ['searxng'] as const };
    expect(safeParallelFor(settings, 16)).toEqual({ parallel: 2, boundBy: 'SearXNG requests' });
  });

  it('counts the bound of deep research, and the few calls of quick research', () => {
    const of = (more: Partial<Settings>) =>
      safeParallelFor({ ...DEFAULT_SETTINGS, research: ['tavily'], ...more }, 16).parallel;
    // 16 calls a keyword, two keywords a minute and lane, half of 100 requests.
    expect(of({ depth: 'deep' })).toBe(1);
    expect(of({ depth: 'quick' })).toBe(5);
    const limits = {
      ...DEFAULT_SETTINGS.limits,
      tavily: { requestsPerMinute: 200, concurrency: 16 },
    };
    expect(of({ depth: 'deep', limits })).toBe(3);
    expect(of({ depth: 'deep', limits, sites: ['example.org', 'example.net'] })).toBe(2);
  });

  it('counts every call of an article, and one to mend an answer', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      writer: 'openai' as const,
      limits: {
        ...DEFAULT_SETTINGS.limits,
        openai: { requestsPerMinute: 80, tokensPerMinute: 10_000_000, concurrency: 16 },
      },
    };
    expect(safeParallelFor(settings, 16)).toEqual({ parallel: 2, boundBy: 'OpenAI requests' });
  });

  it('grows with the limits of the plan', () => {
    const limits = {
      ...DEFAULT_SETTINGS.limits,
      tavily: { requestsPerMinute: 1000, concurrency: 16 },
      openai: { requestsPerMinute: 5000, tokensPerMinute: 2_000_000, concurrency: 16 },
    };
    const settings = {
      ...DEFAULT_SETTINGS,
      research: ['tavily'] as const,
      writer: 'openai' as const,
      limits,
    };
    expect(safeParallelFor(settings, 16)).toEqual({ parallel: 5, boundBy: 'maximum' });
  });
});
