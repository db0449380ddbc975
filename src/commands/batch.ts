import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { writingFlags } from '../cli/flags.ts';
import { withOptionalValue } from '../cli/optional-value.ts';
import type { ResumeRequest } from '../cli/resume-command.ts';
import { AppError } from '../core/errors.ts';

/** What `--resume` stands for without a name. */
const NEWEST = 'newest';

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
  static override flags = {
    ...writingFlags,
    resume: Flags.string({
      helpValue: '[RUN]',
      summary: 'go on with the newest run, or the one of that name; keywords come from the run',
      exclusive: ['from-file', 'source', 'dry-run'],
    }),
  };
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
      description: 'Go on after an interrupt, a crash or a used-up budget',
      command: '<%= config.bin %> batch --resume',
    },
    {
      description:
        'Your own documents instead of the web, progress as JSON lines, the result as JSON',
      command:
        '<%= config.bin %> batch "warranty terms" --library ./handbook --reporter ndjson --json',
    },
  ];

  async run(): Promise<void> {
    const given = withOptionalValue(this.argv, '--resume', NEWEST);
    const { flags, argv } = await this.parse(Batch, given);
    if (flags.resume !== undefined) {
      const { resume, 'from-file': _file, source: _source, 'dry-run': _dryRun, ...others } = flags;
      return this.resume(resume, argv as string[], others);
    }
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

  private async resume(
    run: string,
    keywords: readonly string[],
    flags: ResumeRequest['flags'],
  ): Promise<void> {
    if (keywords.length > 0) {
      throw new AppError('USAGE', 'A resumed run has its keywords already.', {
        suggestions: [
          'Leave the keywords out: seo-content batch --resume',
          'Or begin a new run without --resume: what was paid for is not paid for again.',
        ],
      });
    }
    const { resumeCommand } = await import('../cli/resume-command.ts');
    const name = run === NEWEST ? undefined : run;
    this.setExitCode(
      await resumeCommand({
        run: name,
        scope: 'unfinished',
        flags,
        commands: ['batch', 'generate', 'research'],
      }),
    );
  }
}
