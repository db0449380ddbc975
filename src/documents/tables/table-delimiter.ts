/** What parts the cells of a table: spreadsheets write semicolons where the comma is the decimal sign. */
const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The delimiter of a table: the one that its first line holds most often outside of quotes. */
export function tableDelimiter(text: string): (typeof DELIMITERS)[number] {
  const line = /^.*\S.*$/mu.exec(text.slice(0, 100_000))?.[0] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"?/gu, '');
  let best: (typeof DELIMITERS)[number] = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
