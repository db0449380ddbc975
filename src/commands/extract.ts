import { Args } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { extractFlags } from '../cli/extract/extract-flags.ts';
import { AppError } from '../core/errors.ts';
import { withOptionalValue } from '../cli/optional-value.ts';

/** What `--resume` stands for without a name. */
const NEWEST = 'newest';

export default class Extract extends BaseCommand {
  static override summary = 'take fields out of documents or of the rows of a table';
  static override description =
    'Reads PDF, DOCX, HTML, Markdown, text, CSV and JSON Lines. With --from-file each row is a text of its own. ' +
    'Every item is kept once it is done, so that an interrupted run goes on with --resume. A value that a model ' +
    'found is kept only with the words of the document that it was taken from.';
  static override usage = [
    'extract FILE... --fields a,b,c [--method ai|pattern] [--output PATH]',
    'extract --from-file ROWS.csv --columns a,b --fields c,d [--output PATH]',
    'extract FILE... --discover',
  ];
  static override strict = false;
  static override args = {
    file: Args.string({ description: 'document or folder of documents', multiple: true }),
  };
  static override examples = [
    {
      description: 'Invoices into a table, without any key',
      command:
        '<%= config.bin %> extract invoices --fields "date,total:money,iban" --method pattern --output invoices.csv',
    },
    {
      description: 'What a model finds by a JSON Schema, each value with its quote and page',
      command:
        '<%= config.bin %> extract contracts --schema contract.json --output contracts.jsonl',
    },
    {
      description: 'Row by row; the columns of the table stay',
      command:
        '<%= config.bin %> extract --from-file calls.csv --columns transcript,notes --fields "topic,callback:date"',
    },
    {
      description: 'Go on after an interrupt; rows that are done stay',
      command: '<%= config.bin %> extract --resume',
    },
    {
      description: 'Which fields are there?',
      command: '<%= config.bin %> extract invoices --discover',
    },
  ];
  static override flags = extractFlags;

  async run(): Promise<void> {
    const given = withOptionalValue(this.argv, '--resume', NEWEST);
    const { flags, argv } = await this.parse(Extract, given);
    const files = argv.map(String);
    if (flags.discover) {
      const { discoverCommand } = await import('../cli/extract/discover-command.ts');
      this.print(await discoverCommand({ files, flags, note: (text) => this.note(text) }));
      return;
    }
    if (flags.resume !== undefined) {
      if (files.length > 0) throw wrongResume();
      const { resumeCommand } = await import('../cli/resume-command.ts');
      const run = flags.resume === NEWEST ? undefined : flags.resume;
      const { format: _format, ...others } = flags;
      this.setExitCode(
        await resumeCommand({ run, scope: 'unfinished', flags: others, commands: ['extract'] }),
      );
      return;
    }
    const { extractCommand } = await import('../cli/extract/extract-command.ts');
    this.setExitCode(await extractCommand({ files, flags }));
  }
}

function wrongResume(): AppError {
  return new AppError('USAGE', 'A resumed extraction has its documents already.', {
    suggestions: ['Leave them out: seo-content extract --resume'],
  });
}
