import { Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag } from '../../cli/listing-flags.ts';

export default class CacheClear extends BaseCommand {
  static override summary = 'forget kept answers and outputs; what they cost stays on record';
  static override description =
    'Without --older-than and --keyword everything goes but what keywords need that are not done yet.';
  static override examples = [
    {
      description: 'See what would go before it goes',
      command: '<%= config.bin %> cache clear --older-than 7d --dry-run',
    },
    {
      description: 'Research one subject anew',
      command: '<%= config.bin %> cache clear --keyword "heat pump"',
    },
  ];
  static override flags = {
    'older-than': Flags.string({
      helpValue: '7d|48h|30m',
      summary: 'only what was made longer ago than that',
    }),
    keyword: Flags.string({
      helpValue: 'TEXT',
      summary: 'only what has all these words in its keyword or query',
    }),
    'dry-run': Flags.boolean({ summary: 'forget nothing, tell what would go', default: false }),
    all: Flags.boolean({
      summary: 'also what keywords need that are not done yet',
      default: false,
    }),
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CacheClear);
    const { withLedger } = await import('../../cli/with-ledger.ts');
    const { clearCache, readClearFilter } = await import('../../cli/cache/clear-cache.ts');
    const { formatClearing } = await import('../../cli/cache/format-clearing.ts');
    const filter = readClearFilter(flags, new Date());
    const report = await withLedger(
      (ledger) => clearCache(ledger, filter, flags),
      () => ({ entries: 0, bytes: 0, needed: 0, dryRun: flags['dry-run'] }),
    );
    this.print(flags.json ? JSON.stringify(report, undefined, 2) : formatClearing(report));
  }
}
