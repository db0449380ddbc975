import { BaseCommand } from '../cli/base-command.ts';
import { jsonFlag } from '../cli/listing-flags.ts';

export default class ConfigCommand extends BaseCommand {
  static override summary = 'show the settings in force and where each comes from';
  static override description =
    'Flags win over the environment, that over .env, that over seo-content.config.{ts,js,json} in the ' +
    'current folder, that over the defaults. Keys are masked.';
  static override examples = [
    { description: 'Show the settings as a table', command: '<%= config.bin %> config' },
    { description: 'Show them to a script', command: '<%= config.bin %> config --json' },
  ];
  static override flags = {
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(ConfigCommand);
    const { loadSettings } = await import('../config/load-settings.ts');
    const { formatConfig, reportConfig } = await import('../cli/config-report.ts');
    // What is shown need not be complete: a missing key is told by `doctor` and by the runs.
    const loaded = await loadSettings({ cwd: process.cwd(), environment: process.env, needs: [] });
    const report = reportConfig(loaded);
    this.print(flags.json ? JSON.stringify(report, null, 2) : formatConfig(report));
  }
}
