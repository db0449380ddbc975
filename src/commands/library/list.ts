import { BaseCommand } from '../../cli/base-command.ts';
import { jsonFlag } from '../../cli/listing-flags.ts';

export default class LibraryList extends BaseCommand {
  static override summary = 'show what the library holds';
  static override usage = 'library list [--json]';
  static override examples = [
    {
      description: 'Titles, kinds, pages, chunks and how many have vectors',
      command: '<%= config.bin %> library list',
    },
  ];
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { flags } = await this.parse(LibraryList);
    const { listCommand } = await import('../../cli/library/list-command.ts');
    const { formatListing } = await import('../../cli/library/format-listing.ts');
    const { stdoutColumns } = await import('../../cli/stdout-columns.ts');
    const listing = await listCommand();
    const columns = stdoutColumns(process.stdout);
    if (flags.json) this.print(JSON.stringify(listing, undefined, 2));
    else this.print(formatListing(listing, { cwd: process.cwd(), now: new Date(), columns }));
  }
}
