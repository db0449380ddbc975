import { Args, loadHelpClass } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';

export default class Help extends BaseCommand {
  static override summary = 'show help for seo-content or one of its commands';
  static override usage = 'help [COMMAND]';
  static override args = { command: Args.string({ description: 'the command to explain' }) };
  static override examples = ['<%= config.bin %> help', '<%= config.bin %> help batch'];

  async run(): Promise<void> {
    const { args } = await this.parse(Help);
    const HelpClass = await loadHelpClass(this.config);
    const help = new HelpClass(this.config, this.config.pjson.oclif.helpOptions);
    await help.showHelp(args.command === undefined ? [] : [args.command]);
  }
}
