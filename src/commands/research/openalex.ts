import { BaseCommand } from '../../cli/base-command.ts';
import { withOptionalValue } from '../../cli/optional-value.ts';
import { worksFlags } from '../../cli/works/works-flags.ts';

/** What `--resume` stands for without a name. */
const NEWEST = 'newest';

export default class ResearchOpenAlex extends BaseCommand {
  static override summary = 'fetch scholarly works from OpenAlex, many pages at a time';
  static override description =
    'Ids are cut into batches, and several batches and several pages of each are fetched at once, within the rate that ' +
    'OpenAlex allows. Every page is kept once it is there, so that an interrupted fetch goes on with --resume. ' +
    'Works come once each, in a stable order. Set OPENALEX_API_KEY for a hundred requests a second.';
  static override usage = [
    'research openalex --author-ids A1,A2 --all [--jsonl] [--output PATH]',
    'research openalex --search TEXT --limit N',
    'research openalex --ids-from PATH|- --group-by FIELD',
  ];
  static override flags = worksFlags;
  static override examples = [
    {
      description: 'All works of many authors, a JSON object a line',
      command:
        '<%= config.bin %> research openalex --ids-from authors.txt --all --output works.jsonl',
    },
    {
      description: 'The most cited articles on a subject, as a table',
      command:
        '<%= config.bin %> research openalex --search "heat pump" --filter type=article --sort cited_by_count:desc --limit 20',
    },
    {
      description: 'References by DOI for LaTeX',
      command:
        '<%= config.bin %> research openalex --doi 10.7717/peerj.4375,10.1038/nature12373 --all --output references.bib',
    },
    {
      description: 'Works a year of an institution',
      command:
        '<%= config.bin %> research openalex --institution-ids I136199984 --group-by publication_year --csv',
    },
    {
      description: 'What would be asked?',
      command: '<%= config.bin %> research openalex --ids-from dois.txt --all --dry-run',
    },
    {
      description: 'Go on after an interrupt; pages that are there are not fetched again',
      command: '<%= config.bin %> research openalex --resume',
    },
  ];

  async run(): Promise<void> {
    const given = withOptionalValue(this.argv, '--resume', NEWEST);
    const { flags } = await this.parse(ResearchOpenAlex, given);
    const { resume, ...others } = flags;
    const { worksCommand, WORKS_COMMAND } = await import('../../cli/works/works-command.ts');
    if (resume === undefined) {
      this.setExitCode(await worksCommand(others));
      return;
    }
    const { resumeCommand } = await import('../../cli/resume-command.ts');
    const run = resume === NEWEST ? undefined : resume;
    const { parallel, cache, reporter, quiet, debug } = others;
    this.setExitCode(
      await resumeCommand({
        run,
        scope: 'unfinished',
        flags: {
          parallel,
          cache,
          'fan-out': others['fan-out'],
          'fail-fast': others['fail-fast'],
          'continue-on-error': others['continue-on-error'],
          'research-ttl': others['research-ttl'],
          json: false,
          reporter,
          quiet,
          debug,
        },
        commands: [WORKS_COMMAND],
      }),
    );
  }
}
