import stringWidth from 'string-width';

/** Lets the terminal show a frame as a whole; terminals that do not know it ignore it. */
const FRAME_START = '\u001b[?2026h';
const FRAME_END = '\u001b[?2026l';
/** A row that a terminal takes for wider than we do is cut at its edge instead of breaking into two. */
const NO_WRAP = '\u001b[?7l';
const WRAP = '\u001b[?7h';
/** Before a row is written, not after: only so tmux forgets how long the row was, which counts when it gets narrower. */
const ERASE_LINE = '\u001b[2K';
const ERASE_BELOW = '\u001b[J';

export interface LiveRegion {
  /** Shows the rows, below lines that stay for good; writes only what changed. */
  draw: (rows: readonly string[], permanent: readonly string[], columns: number) => void;
  /** Removes the rows. */
  clear: (columns: number) => void;
}

/**
 * Rows at the bottom of a terminal that are redrawn in place. The cursor rests below the last row.
 * @param reflows whether the terminal breaks long rows anew when it gets narrower (nearly all do; xterm does not).
 */
export function createLiveRegion(write: (text: string) => void, reflows: boolean): LiveRegion {
  let previous: readonly string[] = [];
  let previousColumns = 0;

  /** How many screen rows the last frame takes up at this width. */
  const height = (columns: number): number => {
    if (!reflows || columns >= previousColumns) return previous.length;
    return previous.reduce(
      (sum, row) => sum + Math.max(1, Math.ceil(stringWidth(row) / columns)),
      0,
    );
  };
  const toTop = (rows: number): string => (rows === 0 ? '\r' : `\r\u001b[${rows}A`);
  /** Row by row: erasing the whole screen at once makes tmux keep what was on it in its history. */
  const erase = (rows: number): string =>
    toTop(rows) + `${ERASE_LINE}\n`.repeat(rows) + toTop(rows);

  return {
    draw: (rows, permanent, columns) => {
      const isSameWidth = columns === previousColumns;
      const isSame =
        rows.length === previous.length && rows.every((row, index) => row === previous[index]);
      if (isSame && isSameWidth && permanent.length === 0) return;
      const canSkip = isSameWidth && permanent.length === 0;
      let frame = toTop(height(columns));
      for (const line of permanent) frame += `${ERASE_LINE}${line}\n`;
      rows.forEach((row, index) => {
        frame += canSkip && row === previous[index] ? '\n' : `${ERASE_LINE}${row}\n`;
      });
      write(`${FRAME_START}${NO_WRAP}${frame}${ERASE_BELOW}${WRAP}${FRAME_END}`);
      previous = [...rows];
      previousColumns = columns;
    },
    clear: (columns) => {
      if (previous.length > 0) write(erase(height(columns)));
      previous = [];
    },
  };
}
