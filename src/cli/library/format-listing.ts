import { shownPath } from '../../output/shown-path.ts';
import { clipText } from '../clip-text.ts';
import { describeAge } from '../describe-age.ts';
import { formatCount, formatNumberOf } from '../format-count.ts';
import { formatTable } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';
import type { LibraryListing } from './list-command.ts';

/** The documents of a library as a table, with their warnings below; lines are clipped to `columns` where given. */
export function formatListing(
  { documents, model }: LibraryListing,
  options: { cwd: string; now: Date; columns?: number | undefined },
): string {
  const { cwd, now, columns = Infinity } = options;
  if (documents.length === 0)
    return 'The library is empty. Add documents: seo-content library add docs';
  const pathOf = (path: string): string => terminalText(shownPath(path, cwd), { limit: 300 });
  const table = formatTable(
    [
      { head: 'Title' },
      { head: 'Kind' },
      { head: 'Pages', isNumber: true },
      { head: 'Chunks', isNumber: true },
      { head: 'Vectors', isNumber: true },
      { head: 'Added' },
      { head: 'Path' },
    ],
    documents.map(({ title, kind, pages, chunks, vectors, addedAt, path }) => [
      clipText(terminalText(title, { limit: 120 }), 48),
      kind,
      pages === undefined ? '' : formatCount(pages),
      formatCount(chunks),
      formatCount(vectors),
      describeAge(addedAt, now),
      pathOf(path),
    ]),
  );
  const warnings = documents.flatMap(({ path, warnings: own }) =>
    own.map((warning) => `! ${pathOf(path)}: ${terminalText(warning, { limit: 300 })}`),
  );
  const sum = (count: (entry: (typeof documents)[number]) => number): number =>
    documents.reduce((total, entry) => total + count(entry), 0);
  const closing = [
    formatNumberOf(documents.length, 'document'),
    formatNumberOf(
      sum(({ chunks }) => chunks),
      'chunk',
    ),
    model === undefined
      ? 'no vectors: searched by words'
      : `${formatCount(sum(({ vectors }) => vectors))} with vectors of ${terminalText(model)}`,
  ].join(' · ');
  const lines = [...table, ...(warnings.length === 0 ? [] : ['', ...warnings]), '', closing];
  return lines.map((line) => (columns === Infinity ? line : clipText(line, columns))).join('\n');
}
