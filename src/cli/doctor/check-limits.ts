import type { LearnedRates } from '../../config/limits-in-force.ts';
import type { Settings } from '../../config/settings.ts';
import { formatCount } from '../format-count.ts';
import type { Check } from './check.ts';

type Rate = 'requestsPerMinute' | 'tokensPerMinute';

const UNITS = {
  requestsPerMinute: 'requests',
  tokensPerMinute: 'tokens',
} satisfies Record<Rate, string>;

/** One limit as it is configured and as the provider told it, in whole numbers, which settings are. */
interface Comparison {
  rate: Rate;
  configured: number;
  learned: number;
}

/** What providers in use said about their limits, last, beside what is configured; one check for each that said any. */
export function checkLimits(
  settings: Settings,
  learned: readonly (LearnedRates & { learnedAt: string })[],
): Check[] {
  const providers = [
    { provider: 'tavily', label: 'Tavily', inUse: settings.research.includes('tavily') },
    { provider: 'openai', label: 'OpenAI', inUse: settings.writer === 'openai' },
  ] as const;
  return providers.flatMap(({ provider, label, inUse }) => {
    const told = learned.find((limits) => limits.provider === provider);
    if (!inUse || told === undefined) return [];
    const configured: Partial<Record<Rate, number>> = settings.limits[provider];
    const rates = (['requestsPerMinute', 'tokensPerMinute'] as const).flatMap(
      (rate): Comparison[] => {
        const [limit, one] = [configured[rate], told[rate]];
        return limit === undefined || one === undefined
          ? []
          : [{ rate, configured: limit, learned: Math.max(1, Math.floor(one)) }];
      },
    );
    if (rates.length === 0) return [];
    return [{ name: `${label} limits`, ...judge(provider, rates, told.learnedAt) }];
  });
}

function judge(
  provider: string,
  rates: readonly Comparison[],
  learnedAt: string,
): Omit<Check, 'name'> {
  const figures = rates.map(({ rate, configured, learned }) => {
    const unit = `${UNITS[rate]} a minute`;
    return learned === configured
      ? `${formatCount(learned)} ${unit}, as configured`
      : `${formatCount(learned)} ${unit}, configured ${formatCount(configured)}`;
  });
  const message = `learned ${figures.join('; ')} (told on ${learnedAt.slice(0, 10)})`;
  const set = ({ rate, learned }: Comparison) => `limits.${provider}.${rate} to ${learned}`;
  const lower = rates.filter(({ configured, learned }) => learned < configured);
  if (lower.length > 0) {
    const remedy = `The lower ones hold. Set ${lower.map(set).join(' and ')}.`;
    return { status: 'warning', message, remedy };
  }
  const higher = rates.filter(({ configured, learned }) => learned > configured);
  if (higher.length === 0) return { status: 'ok', message };
  return {
    status: 'ok',
    message,
    remedy: `More is allowed. If nobody else uses the key, set ${higher.map(set).join(' and ')}.`,
  };
}
