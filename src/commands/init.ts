import { Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';

export default class Init extends BaseCommand {
  static override summary =
    'write a configuration, an example of .env, keywords and a nightly workflow';
  static override description =
    'Writes a commented seo-content.config.ts, .env.example, keywords.csv and a GitHub Actions workflow ' +
    'that runs a batch every night. Files that are there already are kept.';
  static override examples = [
    { description: 'Set the current folder up', command: '<%= config.bin %> init' },
    { description: 'Set another folder up', command: '<%= config.bin %> init --dir site' },
  ];
  static override flags = {
    dir: Flags.string({
      summary: 'folder to set up; made when it is missing',
      helpValue: 'DIR',
      default: '.',
    }),
    force: Flags.boolean({
      description:
        'overwrite configuration, .env.example and workflow (never keywords.csv or .env)',
      default: false,
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Init);
    const { runInit } = await import('../cli/init/run-init.ts');
    const { formatInit } = await import('../cli/init/format-init.ts');
    const { dir: directory, force } = flags;
    const actions = await runInit({ directory, force, version: this.config.version });
    this.print(formatInit(actions, directory));
  }
}
