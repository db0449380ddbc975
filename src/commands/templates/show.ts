import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag } from '../../cli/listing-flags.ts';

export default class TemplatesShow extends BaseCommand {
  static override summary = 'show a template, what its fields mean and what it makes of a keyword';
  static override usage = 'templates show NAME|PATH [--keyword TEXT] [--json]';
  static override args = {
    template: Args.string({
      required: true,
      description: 'name of a shipped template, or path of one of yours',
    }),
  };
  static override examples = [
    { description: 'A shipped one', command: '<%= config.bin %> templates show how-to' },
    {
      description: 'One of yours, tried on a keyword of yours',
      command: '<%= config.bin %> templates show ./templates/review.md --keyword "espresso mills"',
    },
  ];
  static override flags = {
    keyword: Flags.string({
      helpValue: 'TEXT',
      summary: 'what the template is tried on (default: garden sheds)',
    }),
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TemplatesShow);
    const { templateOptions } = await import('../../cli/templates/template-options.ts');
    const { showTemplate } = await import('../../cli/templates/show-template.ts');
    const { formatTemplate } = await import('../../cli/templates/format-template.ts');
    const { createPaint } = await import('../../cli/create-paint.ts');
    const { shouldColor } = await import('../../cli/should-color.ts');
    const { stdoutColumns } = await import('../../cli/stdout-columns.ts');
    const options = await templateOptions(process.cwd(), process.env, flags.keyword);
    const report = await showTemplate(args.template, options);
    const paint = createPaint(shouldColor({ isTTY: process.stdout.isTTY, env: process.env }));
    this.print(
      flags.json
        ? JSON.stringify(report, undefined, 2)
        : formatTemplate(report, { paint, columns: stdoutColumns(process.stdout) }),
    );
  }
}
