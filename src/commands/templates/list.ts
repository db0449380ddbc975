import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag } from '../../cli/listing-flags.ts';

export default class TemplatesList extends BaseCommand {
  static override summary = 'list the article templates: those that ship and those of this folder';
  static override description =
    'Beside the shipped ones these are the .md files in ./templates and the template that the configuration names.';
  static override examples = [
    { description: 'What there is to choose from', command: '<%= config.bin %> templates list' },
    { description: 'The same for a script', command: '<%= config.bin %> templates list --json' },
  ];
  static override flags = {
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(TemplatesList);
    const { articleTemplatesDirectory } =
      await import('../../config/article-templates-directory.ts');
    const { loadSettings } = await import('../../config/load-settings.ts');
    const { listTemplates } = await import('../../cli/templates/list-templates.ts');
    const { formatTemplateList } = await import('../../cli/templates/format-template-list.ts');
    const { stdoutColumns } = await import('../../cli/stdout-columns.ts');
    const loaded = await loadSettings({ cwd: process.cwd(), environment: process.env, needs: [] });
    const entries = await listTemplates({
      templatesDirectory: articleTemplatesDirectory(),
      baseDirectory: loaded.baseDirectory,
      template: loaded.settings.template,
    });
    this.print(
      flags.json
        ? JSON.stringify(entries, undefined, 2)
        : formatTemplateList(entries, stdoutColumns(process.stdout)),
    );
  }
}
