import { addUsage, NO_USAGE, type Usage } from '../../core/usage.ts';
import type { StoredCall } from '../../ledger/records.ts';

/** What a run has asked of one operation of a provider. */
export interface ProviderUse {
  provider: string;
  operation: string;
  model?: string;
  /** Calls that ended, well or badly, and how often they were sent. */
  calls: number;
  failed: number;
  attempts: number;
  usage: Usage;
}

/** Calls by provider, operation and model, in the order of the first of each. */
export function sumProviderUse(calls: readonly StoredCall[]): ProviderUse[] {
  const uses = new Map<string, ProviderUse>();
  for (const { provider, operation, model, ok, attempts, usage } of calls) {
    const key = JSON.stringify([provider, operation, model]);
    const use = uses.get(key) ?? {
      provider,
      operation,
      ...(model === undefined ? {} : { model }),
      calls: 0,
      failed: 0,
      attempts: 0,
      usage: NO_USAGE,
    };
    use.calls += 1;
    use.failed += ok ? 0 : 1;
    use.attempts += attempts;
    use.usage = addUsage(use.usage, usage);
    uses.set(key, use);
  }
  return [...uses.values()];
}
