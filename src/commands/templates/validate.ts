import { Args } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag } from '../../cli/listing-flags.ts';

export default class TemplatesValidate extends BaseCommand {
  static override summary = 'check template files: all problems of all of them, with their lines';
  static override description =
    'Each is read as a run would read it and tried on a keyword. Exit code 2 when any cannot be used.';
  static override usage = 'templates validate PATH... [--json]';
  static override strict = false;
  static override args = {
    path: Args.string({
      required: true,
      multiple: true,
      description: 'template file, or name of a shipped template',
    }),
  };
  static override examples = [
    {
      description: 'All templates of a folder',
      command: '<%= config.bin %> templates validate templates/*.md',
    },
    {
      description: 'One of them, for a script',
      command: '<%= config.bin %> templates validate templates/review.md --json',
    },
  ];
  static override flags = {
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(TemplatesValidate);
    const { templateOptions } = await import('../../cli/templates/template-options.ts');
    const { checkTemplateFiles } = await import('../../cli/templates/check-template-files.ts');
    const { formatTemplateVerdicts } =
      await import('../../cli/templates/format-template-verdicts.ts');
    const { createPaint } = await import('../../cli/create-paint.ts');
    const { shouldColor } = await import('../../cli/should-color.ts');
    const options = await templateOptions(process.cwd(), process.env);
    const verdicts = await checkTemplateFiles(argv.map(String), options);
    const paint = createPaint(shouldColor({ isTTY: process.stdout.isTTY, env: process.env }));
    this.print(
      flags.json ? JSON.stringify(verdicts, undefined, 2) : formatTemplateVerdicts(verdicts, paint),
    );
    if (verdicts.some(({ usable }) => !usable)) this.setExitCode(2);
  }
}
