import { Args } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { addFlags } from '../../cli/library/add-flags.ts';

export default class LibraryAdd extends BaseCommand {
  static override summary = 'take documents into the library, to search and research in';
  static override description =
    'Reads PDF, DOCX, HTML, Markdown, text, CSV and JSON Lines. Unchanged documents are passed over, changed ones ' +
    'replaced. An interrupted run goes on where it was when the command is given again. What was added is what ' +
    '--research library searches where no --library is named.';
  static override usage = 'library add PATH... [--prune] [flags]';
  static override strict = false;
  static override args = {
    path: Args.string({ description: 'file, folder, or a pattern in quotes', multiple: true }),
  };
  static override examples = [
    { description: 'A folder with all below it', command: '<%= config.bin %> library add docs' },
    {
      description: 'Only its PDFs; what is gone is dropped',
      command: '<%= config.bin %> library add "docs/**/*.pdf" --prune',
    },
    {
      description: 'By words only, without vectors',
      command: '<%= config.bin %> library add docs --embeddings none',
    },
  ];
  static override flags = addFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(LibraryAdd);
    const { addCommand } = await import('../../cli/library/add-command.ts');
    this.setExitCode(await addCommand({ paths: argv.map(String), flags }));
  }
}
