import { Args } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag } from '../../cli/listing-flags.ts';

export default class RunsShow extends BaseCommand {
  static override summary = 'show a run: its keywords, steps, attempts, errors, calls and cost';
  static override usage = 'runs show [RUN] [--json]';
  static override args = {
    run: Args.string({ description: 'name of the run or its beginning (default: the newest)' }),
  };
  static override examples = [
    { description: 'The newest run', command: '<%= config.bin %> runs show' },
    {
      description: 'One by the beginning of its name',
      command: '<%= config.bin %> runs show 20261122-14',
    },
  ];
  static override flags = {
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RunsShow);
    const { stdoutColumns } = await import('../../cli/stdout-columns.ts');
    const { withLedger } = await import('../../cli/with-ledger.ts');
    const { pickRun } = await import('../../cli/runs/pick-run.ts');
    const { reportRun } = await import('../../cli/runs/run-report.ts');
    const { formatRunReport } = await import('../../cli/runs/format-run-report.ts');
    const { shouldColor } = await import('../../cli/should-color.ts');
    const report = await withLedger(async (ledger, { baseDirectory }) =>
      reportRun(ledger, await pickRun(ledger, args.run), baseDirectory),
    );
    if (flags.json) {
      this.print(JSON.stringify(report, undefined, 2));
      return;
    }
    const color = shouldColor({ isTTY: process.stdout.isTTY, env: process.env });
    this.print(
      formatRunReport(report, { now: new Date(), color, columns: stdoutColumns(process.stdout) }),
    );
  }
}
