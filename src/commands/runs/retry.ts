import { Args } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { resumeFlags } from '../../cli/flags.ts';

export default class RunsRetry extends BaseCommand {
  static override summary = 'work again on the keywords of a run that failed, and on no others';
  static override description =
    'Settings come from the run; flags that are given go over them and are recorded. Answers that were ' +
    'paid for and are good are used again; those that were of no use are asked for anew.';
  static override usage = 'runs retry RUN [flags]';
  static override args = {
    run: Args.string({ description: 'its name, or a beginning of it', required: true }),
  };
  static override flags = resumeFlags;
  static override examples = [
    '<%= config.bin %> runs retry 20261122-140509-3f2a',
    '<%= config.bin %> runs retry 20261122 --continue-on-error --parallel 2',
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RunsRetry);
    const { resumeCommand } = await import('../../cli/resume-command.ts');
    this.setExitCode(await resumeCommand({ run: args.run, scope: 'failed', flags }));
  }
}
