import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';

export default class RunsExport extends BaseCommand {
  static override summary = 'write what a run came to as a table, a page or data';
  static override usage =
    'runs export [RUN] [--format csv|json|jsonl|junit|md|html] [--output PATH]';
  static override args = {
    run: Args.string({ description: 'name of the run or its beginning (default: the newest)' }),
  };
  static override examples = [
    {
      description: 'The newest run as a table for a spreadsheet',
      command: '<%= config.bin %> runs export --output report.csv',
    },
    {
      description: 'Test results for a CI server, from a run of yours',
      command: '<%= config.bin %> runs export 20261122-14 --format junit > results.junit.xml',
    },
  ];
  static override flags = {
    format: Flags.option({
      options: ['csv', 'json', 'jsonl', 'junit', 'md', 'html'] as const,
      helpValue: 'csv|json|jsonl|junit|md|html',
      summary: 'what to write (default: by the ending of --output, else json)',
    })(),
    output: Flags.string({
      char: 'o',
      helpValue: 'PATH',
      summary: 'file to write (default: standard output)',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RunsExport);
    const { withLedger } = await import('../../cli/with-ledger.ts');
    const { pickRun } = await import('../../cli/runs/pick-run.ts');
    const { exportRun } = await import('../../cli/runs/export-run.ts');
    const { terminalText } = await import('../../cli/terminal-text.ts');
    const { readStoredRun } = await import('../../run/read-stored-run.ts');
    const { summary } = await withLedger(async (ledger, { baseDirectory }) =>
      readStoredRun(ledger, await pickRun(ledger, args.run), baseDirectory),
    );
    const content = await exportRun(summary, flags);
    if (content === undefined) this.note(`Wrote ${terminalText(flags.output ?? '')}`);
    else this.print(content);
  }
}
