import type { LearnedLimits } from './call.ts';
import type { ReadHeader } from './retry-after.ts';

/** The limits a minute that OpenAI and many compatible servers tell in `x-ratelimit-limit-*`. */
export function learnedLimits(header: ReadHeader): LearnedLimits | undefined {
  const requests = readLimit(header('x-ratelimit-limit-requests'));
  const tokens = readLimit(header('x-ratelimit-limit-tokens'));
  if (requests === undefined && tokens === undefined) return undefined;
  return {
    ...(requests === undefined ? {} : { requestsPerMinute: requests }),
    ...(tokens === undefined ? {} : { tokensPerMinute: tokens }),
  };
}

function readLimit(text: string | undefined): number | undefined {
  const limit = Number(text);
  return text !== undefined && Number.isFinite(limit) && limit > 0 ? limit : undefined;
}
