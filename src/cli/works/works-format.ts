import { AppError } from '../../core/errors.ts';
import type { WorksFormatName } from '../../output/works/works-formats.ts';
import type { WorksFlags } from './works-flags.ts';

const ENDINGS: readonly (readonly [string, WorksFormatName])[] = [
  ['.csl.json', 'csl'],
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.csv', 'csv'],
  ['.bib', 'bibtex'],
];

/**
 * The form of the output: as a flag says, else by the ending of the file, else a table for people and JSON lines for
 * programs.
 * @throws AppError `USAGE` for an ending that says nothing, or a form that counts cannot have.
 */
export function worksFormat(flags: WorksFlags, isTTY: boolean): WorksFormatName {
  const said = (['json', 'jsonl', 'csv', 'bibtex', 'csl'] as const).find((name) => flags[name]);
  const { output } = flags;
  const format = said ?? (output === undefined ? undefined : byEnding(output));
  if (format === undefined && output !== undefined) {
    throw new AppError('USAGE', `The ending of ${output} does not say what to write.`, {
      suggestions: ['Use .json, .jsonl, .csv, .bib or .csl.json, or say it: --jsonl'],
    });
  }
  if (flags['group-by'] !== undefined && (format === 'bibtex' || format === 'csl')) {
    throw new AppError('USAGE', 'Counts of groups are no references.', {
      suggestions: ['Write them as .csv, .json or .jsonl.'],
    });
  }
  return format ?? (isTTY ? 'table' : 'jsonl');
}

function byEnding(path: string): WorksFormatName | undefined {
  const name = path.toLowerCase();
  return ENDINGS.find(([ending]) => name.endsWith(ending))?.[1];
}
