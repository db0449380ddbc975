import stringWidth from 'string-width';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Breaks plain text at spaces into lines of at most `columns` columns; further lines start with
 * `indent` spaces. A word that is wider than a line (CJK text, a URL) breaks between its characters.
 */
export function wrapText(text: string, columns: number, indent: number): string {
  const width = Math.max(10, columns);
  const hang = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const breakLine = (): void => {
    lines.push(line.trimEnd());
    line = hang;
    used = indent;
  };
  // Each run of spaces is a piece of its own, so that the indentation of the first line is kept.
  for (const piece of text.split(/( +)/)) {
    const pieceWidth = stringWidth(piece);
    if (used + pieceWidth <= width) {
      line += piece;
      used += pieceWidth;
    } else if (piece.trim() === '') {
      breakLine();
    } else {
      if (used > indent && pieceWidth <= width - indent) breakLine();
      for (const { segment } of GRAPHEMES.segment(piece)) {
        const columnsOfSegment = stringWidth(segment);
        if (used + columnsOfSegment > width) breakLine();
        line += segment;
        used += columnsOfSegment;
      }
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.join('\n');
}
