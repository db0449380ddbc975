import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag, limitFlag } from '../../cli/listing-flags.ts';

export default class RunsList extends BaseCommand {
  static override summary = 'list the runs of this folder, newest first';
  static override examples = [
    { description: 'The last runs and how they stand', command: '<%= config.bin %> runs list' },
    {
      description: 'The newest one for a script',
      command: '<%= config.bin %> runs list --limit 1 --json',
    },
  ];
  static override flags = {
    limit: limitFlag('runs'),
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(RunsList);
    const { stdoutColumns } = await import('../../cli/stdout-columns.ts');
    const { withLedger } = await import('../../cli/with-ledger.ts');
    const { runEntry } = await import('../../cli/runs/run-entry.ts');
    const { formatRunList } = await import('../../cli/runs/format-run-list.ts');
    const runs = await withLedger(
      (ledger) => ledger.listRuns({ limit: flags.limit }),
      () => [],
    );
    const entries = runs.map(runEntry);
    if (flags.json) this.print(JSON.stringify(entries, undefined, 2));
    else if (entries.length === 0)
      this.print('No run yet. Begin one: seo-content batch "first keyword"');
    else
      this.print(
        formatRunList(entries, { now: new Date(), columns: stdoutColumns(process.stdout) }),
      );
  }
}
