import stringWidth from 'string-width';

export interface TableColumn {
  head: string;
  /** Set to the right. */
  isNumber?: boolean;
}

/** Plain cells, safe for a terminal already, as aligned lines: the heads, then the rows. Two spaces part the columns. */
export function formatTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string[] {
  const lines = [columns.map(({ head }) => head), ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((cells) => stringWidth(cells[column] ?? ''))),
  );
  return lines.map((cells) =>
    columns
      .map(({ isNumber = false }, column) => {
        const text = cells[column] ?? '';
        const gap = ' '.repeat((widths[column] ?? 0) - stringWidth(text));
        return isNumber ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}
