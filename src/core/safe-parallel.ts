/** A limit of a provider and how much of it one keyword takes. */
export interface ParallelLimit {
  /** For people: `Tavily requests`. */
  name: string;
  /** Requests or tokens that the provider allows in a minute. */
  perMinute: number;
  /** Requests or tokens that one keyword takes in all. */
  perKeyword: number;
}

export interface SafeParallel {
  /** Keywords at a time, 1 to 5. */
  parallel: number;
  /** What keeps it from being more: the name of a limit, `cores` or `maximum`. */
  boundBy: string;
}

/** More lanes than this gain little for articles and make every mistake dearer. */
const MAXIMUM = 5;

/**
 * How many keywords may safely be worked on at a time: the least of the processor's cores, five, and what each
 * provider bears. A lane finishes `60 / secondsPerKeyword` keywords a minute, so a provider bears as many lanes as
 * fit into half of its limit; the other half is left for retries and for others who use the same key. At least 1.
 * @param options.secondsPerKeyword how long one keyword takes in its lane; 30 without a better guess.
 */
export function safeParallel(options: {
  limits: readonly ParallelLimit[];
  cores: number;
  secondsPerKeyword?: number;
}): SafeParallel {
  const { limits, cores, secondsPerKeyword = 30 } = options;
  const keywordsPerMinute = 60 / secondsPerKeyword;
  let best: SafeParallel = { parallel: MAXIMUM, boundBy: 'maximum' };
  const bounds = [
    { parallel: cores, boundBy: 'cores' },
    ...limits.map(({ name, perMinute, perKeyword }) => ({
      parallel: perMinute / 2 / (perKeyword * keywordsPerMinute),
      boundBy: name,
    })),
  ];
  for (const bound of bounds) if (bound.parallel < best.parallel) best = bound;
  return { ...best, parallel: Math.max(1, Math.floor(best.parallel)) };
}
