import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';
import { limitFlag, jsonFlag } from '../../cli/listing-flags.ts';
import { embeddingsFlag } from '../../cli/source-flags.ts';

export default class LibrarySearch extends BaseCommand {
  static override summary = 'find passages of the library by words and by meaning';
  static override description =
    'Passages that have the words of the query and those that are near it in meaning, ranked together. ' +
    'Any text is a query: nothing in it is an operator.';
  static override usage = 'library search QUERY [flags]';
  static override args = {
    query: Args.string({ required: true, description: 'a question, or words' }),
  };
  static override examples = [
    {
      description: 'A question in your own words',
      command: '<%= config.bin %> library search "how loud may the outdoor unit be?"',
    },
    {
      description: 'In the manuals of the last years, for a script',
      command:
        '<%= config.bin %> library search "spare parts" --path manuals --type pdf --after 2024 --json',
    },
  ];
  static override flags = {
    limit: limitFlag('passages'),
    path: Flags.string({
      helpValue: 'PATH|GLOB',
      summary: 'only documents in this file, folder or pattern',
    }),
    after: Flags.string({ helpValue: 'DATE', summary: 'only documents dated then or later' }),
    before: Flags.string({ helpValue: 'DATE', summary: 'only documents dated then or earlier' }),
    type: Flags.string({
      helpValue: 'pdf,docx,…',
      summary: 'only documents of these kinds: pdf, docx, html, markdown, text, csv, jsonl',
    }),
    by: Flags.option({
      options: ['hybrid', 'words', 'meaning'] as const,
      default: 'hybrid' as const,
      summary: 'what passages are found by (default hybrid: by both)',
    })(),
    embeddings: embeddingsFlag,
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(LibrarySearch);
    const { searchCommand } = await import('../../cli/library/search-command.ts');
    const { readKinds } = await import('../../cli/library/read-kinds.ts');
    const { formatHits, hitsReport } = await import('../../cli/library/format-hits.ts');
    const { stdoutColumns } = await import('../../cli/stdout-columns.ts');
    const { shouldColor } = await import('../../cli/should-color.ts');
    const { path, after, before, limit, by, embeddings } = flags;
    const result = await searchCommand({
      query: args.query,
      limit,
      by,
      filters: { path, after, before, types: readKinds(flags.type) },
      embeddings,
      note: (text) => this.note(text),
    });
    if (flags.json) {
      this.print(hitsReport(result));
      return;
    }
    const { stdout, env } = process;
    const color = shouldColor({ isTTY: stdout.isTTY, env });
    this.print(formatHits(result, { cwd: process.cwd(), columns: stdoutColumns(stdout), color }));
  }
}
