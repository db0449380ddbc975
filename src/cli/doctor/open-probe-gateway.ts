import { loadPrices } from '../../config/load-prices.ts';
import type { Settings } from '../../config/settings.ts';
import { createGateway } from '../../gateway/create-gateway.ts';
import type { Gateway } from '../../providers/call.ts';

/** Longer than this a healthy service does not take for a question that costs nothing. */
export const PROBE_MS = 15_000;

/** The way out for questions that are asked once, and kept nowhere. */
export function openProbeGateway(
  { limits, prices }: Pick<Settings, 'limits' | 'prices'>,
  signal: AbortSignal,
): Gateway {
  return createGateway({
    limits,
    prices: loadPrices(prices),
    retries: { attempts: 1, maxElapsedMs: PROBE_MS },
    drain: signal,
    emit: () => undefined,
  });
}
