/** What parts the cells of a table: spreadsheets write semicolons where the comma is the decimal sign. */
const DELIMITERS = [',', '\t', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter by which a header line has a cell `keyword`; a lone `keyword` is a table of one column. */
export function headerDelimiter(line: string): Delimiter | undefined {
  return DELIMITERS.find((delimiter) =>
    line.split(delimiter).some((cell) => /^\s*"?\s*keyword\s*"?\s*$/iu.test(cell)),
  );
}
