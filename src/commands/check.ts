import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';

export default class Check extends BaseCommand {
  static override summary = 'check articles on disk: SEO, citations and support';
  static override description =
    'Reads Markdown and HTML from anywhere. Of a folder, all .md and .html files outside of research/. Where the ' +
    'dossier of an article lies in research/ beside it, the citations are followed to its sources. ' +
    'Exits with 1 when an error was found, with 2 when a file could not be read.';
  static override usage =
    'check FILE... [--format text|json|sarif|junit] [--output PATH] [--keyword TEXT] [--strict]';
  static override strict = false;
  static override args = {
    file: Args.string({ description: 'file or folder to check', multiple: true }),
  };
  static override examples = [
    { description: 'All articles of a run', command: '<%= config.bin %> check content' },
    {
      description: 'A page of your own for the keyword that it should be found by',
      command: '<%= config.bin %> check page.html --keyword "heat pump noise"',
    },
    {
      description: 'For GitHub code scanning, warnings failing too',
      command: '<%= config.bin %> check content --strict --output results.sarif',
    },
  ];
  static override flags = {
    format: Flags.option({
      options: ['text', 'json', 'sarif', 'junit'] as const,
      helpValue: 'text|json|sarif|junit',
      summary: 'what to write (default: by the ending of --output, else text)',
    })(),
    output: Flags.string({
      char: 'o',
      helpValue: 'PATH',
      summary: 'file to write (default: standard output)',
    }),
    keyword: Flags.string({
      helpValue: 'TEXT',
      summary: 'keyword of the pages (default: what each page or its dossier names)',
    }),
    'min-support': Flags.string({
      helpValue: '0..1',
      summary: 'fail a page with a smaller share of sentences that its sources support',
    }),
    strict: Flags.boolean({ summary: 'fail for warnings too', default: false }),
  };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Check);
    const { runCheckCommand } = await import('../cli/check/run-check-command.ts');
    const { judgeBySupport } = await import('../cli/check/judge-by-support.ts');
    const { content, notes, exitCode } = await runCheckCommand(argv.map(String), {
      ...flags,
      judge: judgeBySupport,
      minSupport: flags['min-support'],
      cwd: process.cwd(),
      env: process.env,
      isTTY: process.stdout.isTTY,
      version: this.config.version,
    });
    for (const line of notes) this.note(line);
    if (content !== undefined) this.print(content);
    this.setExitCode(exitCode);
  }
}
