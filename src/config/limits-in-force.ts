import type { Settings } from './settings.ts';

/** What a provider said about its limits. */
export interface LearnedRates {
  provider: string;
  requestsPerMinute?: number | undefined;
  tokensPerMinute?: number | undefined;
}

/** The configured limits as far as providers have not told lower ones; higher ones change nothing. */
export function limitsInForce(
  configured: Settings['limits'],
  learned: readonly LearnedRates[],
): Settings['limits'] {
  const told = (provider: string) => learned.find((limits) => limits.provider === provider);
  const { tavily, openai } = configured;
  const lower = (limit: number, toldLimit = Infinity) => Math.min(limit, toldLimit);
  return {
    ...configured,
    tavily: {
      ...tavily,
      requestsPerMinute: lower(tavily.requestsPerMinute, told('tavily')?.requestsPerMinute),
    },
    openai: {
      ...openai,
      requestsPerMinute: lower(openai.requestsPerMinute, told('openai')?.requestsPerMinute),
      tokensPerMinute: lower(openai.tokensPerMinute, told('openai')?.tokensPerMinute),
    },
  };
}
