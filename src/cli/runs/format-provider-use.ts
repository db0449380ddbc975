import { formatCount } from '../format-count.ts';
import { formatShortCost } from '../format-money.ts';
import { formatTable } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';
import type { ProviderUse } from './provider-use.ts';

/** The calls of a run as the lines of a table; none for a run without calls. */
export function formatProviderUse(uses: readonly ProviderUse[]): string[] {
  if (uses.length === 0) return [];
  return formatTable(
    [
      { head: 'Calls to' },
      { head: 'Calls', isNumber: true },
      { head: 'Failed', isNumber: true },
      { head: 'Sent', isNumber: true },
      { head: 'Tokens in', isNumber: true },
      { head: 'Tokens out', isNumber: true },
      { head: 'Credits', isNumber: true },
      { head: 'Cost', isNumber: true },
    ],
    uses.map(({ provider, operation, model, calls, failed, attempts, usage }) => [
      terminalText([provider, operation, ...(model === undefined ? [] : [model])].join(' '), {
        limit: 60,
      }),
      ...[calls, failed, attempts, usage.inputTokens, usage.outputTokens, usage.credits].map(
        (value) => (value === 0 ? '' : formatCount(value)),
      ),
      formatShortCost(usage),
    ]),
  );
}
