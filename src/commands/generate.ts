import { Args } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { writingFlags } from '../cli/flags.ts';

const {
  'from-file': _file,
  parallel: _lanes,
  'continue-on-error': _continue,
  'fail-fast': _stop,
  ...flags
} = writingFlags;

export default class Generate extends BaseCommand {
  static override summary = 'research and write one article';
  static override usage = 'generate KEYWORD [flags]';
  static override args = {
    keyword: Args.string({ description: 'what the article is about', required: true }),
  };
  static override flags = flags;
  static override examples = [
    '<%= config.bin %> generate "how long does compost take"',
    '<%= config.bin %> generate "heat pump or gas boiler" --template comparison --format md,html',
  ];

  async run(): Promise<void> {
    const { args, flags: given } = await this.parse(Generate);
    const { runCommand } = await import('../cli/run-command.ts');
    this.setExitCode(
      await runCommand({
        command: 'generate',
        keywords: [args.keyword],
        flags: given,
        dryRun: given['dry-run'],
      }),
    );
  }
}
