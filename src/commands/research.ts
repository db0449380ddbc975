import { Args } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { researchFlags } from '../cli/flags.ts';

export default class Research extends BaseCommand {
  static override summary = 'collect the sources for each keyword into dossiers, without writing';
  static override usage = 'research [KEYWORD...] [-f PATH|-] [flags]';
  static override strict = false;
  static override args = {
    keyword: Args.string({ description: 'what to research', multiple: true }),
  };
  static override flags = researchFlags;
  static override examples = [
    '<%= config.bin %> research "heat pump running costs" --output-dir ./dossiers',
    '<%= config.bin %> research --from-file keywords.txt --parallel 4 --research tavily',
  ];

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Research);
    const { runCommand } = await import('../cli/run-command.ts');
    this.setExitCode(
      await runCommand({ command: 'research', keywords: argv as string[], flags, dryRun: true }),
    );
  }
}
