import { Args } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { resumeFlags } from '../../cli/flags.ts';

export default class RunsResume extends BaseCommand {
  static override summary = 'go on with a run: everything that has no article yet';
  static override description =
    'Keywords and settings come from the run; flags that are given go over them and are recorded. ' +
    'What was paid for is not paid for again. The same as seo-content batch --resume.';
  static override usage = 'runs resume [RUN] [flags]';
  static override args = {
    run: Args.string({ description: 'its name, or a beginning of it; the newest by default' }),
  };
  static override flags = resumeFlags;
  static override examples = [
    { description: 'The newest run', command: '<%= config.bin %> runs resume' },
    {
      description: 'One that has come to its budget, with more money',
      command: '<%= config.bin %> runs resume 20261122-140509-3f2a --max-cost 20',
    },
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RunsResume);
    const { resumeCommand } = await import('../../cli/resume-command.ts');
    this.setExitCode(await resumeCommand({ run: args.run, scope: 'unfinished', flags }));
  }
}
