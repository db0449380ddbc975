import { Args } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag, limitFlag } from '../../cli/listing-flags.ts';

export default class CacheSearch extends BaseCommand {
  static override summary = 'find kept answers and outputs by words of their keyword or query';
  static override usage = 'cache search TEXT [--limit N] [--json]';
  static override args = {
    text: Args.string({
      required: true,
      description: 'words that must all stand in the keyword or the query',
    }),
  };
  static override examples = [
    {
      description: 'What is kept about heat pumps',
      command: '<%= config.bin %> cache search "heat pump"',
    },
    {
      description: 'More of it, for a script',
      command: '<%= config.bin %> cache search tavily --limit 500 --json',
    },
  ];
  static override flags = {
    limit: limitFlag('entries'),
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CacheSearch);
    const { stdoutColumns } = await import('../../cli/stdout-columns.ts');
    const { withLedger } = await import('../../cli/with-ledger.ts');
    const { formatCacheEntries } = await import('../../cli/cache/format-cache-entries.ts');
    const entries = await withLedger(
      (ledger) => ledger.searchCache({ text: args.text, limit: flags.limit }),
      () => [],
    );
    const columns = stdoutColumns(process.stdout);
    if (flags.json) this.print(JSON.stringify(entries, undefined, 2));
    else if (entries.length === 0) this.print('Nothing is kept with these words.');
    else this.print(formatCacheEntries(entries, { now: new Date(), columns }));
  }
}
