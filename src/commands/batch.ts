import { Args } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { writingFlags } from '../cli/flags.ts';

export default class Batch extends BaseCommand {
  static override summary = 'research and write an article for each keyword';
  static override description =
    'Keywords come from the arguments, from --from-file, or from both. Equal keywords are merged. ' +
    'Without any key it researches in a library of documents and writes with sentences of the sources, each cited.';
  static override usage = 'batch [KEYWORD...] [-f PATH|-] [flags]';
  static override strict = false;
  static override args = {
    keyword: Args.string({ description: 'what the article is about', multiple: true }),
  };
  static override flags = writingFlags;
  static override examples = [
    {
      description: 'Three keywords at a time',
      command:
        '<%= config.bin %> batch "heat pumps" "home composting" "e-bike batteries" --parallel 3',
    },
    {
      description: 'Keywords with columns from a table, all of them, whatever fails',
      command:
        '<%= config.bin %> batch --from-file keywords.csv --continue-on-error --format md,html',
    },
    {
      description: 'See the sources and the price before paying for the writing',
      command: '<%= config.bin %> batch --from-file keywords.txt --dry-run',
    },
    {
      description:
        'Your own documents instead of the web, progress as JSON lines, the result as JSON',
      command:
        '<%= config.bin %> batch "warranty terms" --library ./handbook --reporter ndjson --json',
    },
  ];

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Batch);
    const { runCommand } = await import('../cli/run-command.ts');
    this.setExitCode(
      await runCommand({
        command: 'batch',
        keywords: argv as string[],
        flags,
        dryRun: flags['dry-run'],
      }),
    );
  }
}
