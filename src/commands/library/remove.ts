import { Args } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag } from '../../cli/listing-flags.ts';

export default class LibraryRemove extends BaseCommand {
  static override summary = 'take documents out of the library; their files stay';
  static override usage = 'library remove PATH... [--json]';
  static override strict = false;
  static override args = {
    path: Args.string({ description: 'file, folder, or a pattern in quotes', multiple: true }),
  };
  static override examples = [
    {
      description: 'A folder, whether it is still there or not',
      command: '<%= config.bin %> library remove docs/old',
    },
    {
      description: 'All its Word files',
      command: '<%= config.bin %> library remove "docs/**/*.docx"',
    },
  ];
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(LibraryRemove);
    const { removeCommand } = await import('../../cli/library/remove-command.ts');
    const { formatNumberOf } = await import('../../cli/format-count.ts');
    const removed = await removeCommand(argv.map(String));
    if (flags.json) this.print(JSON.stringify({ removed }, undefined, 2));
    else this.print(`Removed from the library: ${formatNumberOf(removed.length, 'document')}.`);
  }
}
