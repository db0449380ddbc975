/** A line of a page as it stands there: coordinates in points from the upper left corner of the page. */
export interface PdfLine {
  text: string;
  /** The cells of a line with wide gaps, at least two. */
  cells?: readonly PdfCell[];
  left: number;
  right: number;
  /** Of the baseline. */
  y: number;
  /** Of the letters that it has most of. */
  size: number;
  /** Of the font that it has most of. */
  font: string;
  /** True where others of its letters are of another font. */
  isMixed: boolean;
  /** Index of the column that it stands in, over the page: what is in one column reads on. */
  column: number;
}

export interface PdfCell {
  text: string;
  left: number;
  right: number;
}

/** The lines of a page in reading order. */
export interface PageLines {
  /** From 1. */
  page: number;
  height: number;
  lines: readonly PdfLine[];
}
