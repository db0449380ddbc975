import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag } from '../../cli/listing-flags.ts';

export default class CacheStatsCommand extends BaseCommand {
  static override summary = 'show what is kept to be used again, its size and what it has saved';
  static override examples = [
    { description: 'What is kept, as a table', command: '<%= config.bin %> cache stats' },
    { description: 'The same for a script', command: '<%= config.bin %> cache stats --json' },
  ];
  static override flags = {
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CacheStatsCommand);
    const { NO_USAGE } = await import('../../core/usage.ts');
    const { withLedger } = await import('../../cli/with-ledger.ts');
    const { formatCacheStats } = await import('../../cli/cache/format-cache-stats.ts');
    const stats = await withLedger(
      (ledger) => ledger.cacheStats(),
      () => ({ groups: [], fileBytes: 0, saved: NO_USAGE }),
    );
    this.print(
      flags.json ? JSON.stringify(stats, undefined, 2) : formatCacheStats(stats, new Date()),
    );
  }
}
