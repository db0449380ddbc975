/** Prints rows as a Markdown table below a heading. */
export function printTable(title: string, rows: readonly Record<string, string | number>[]): void {
  console.log(`\n## ${title}\n`);
  const head = Object.keys(rows[0] ?? {});
  console.log(`| ${head.join(' | ')} |\n|${' --- |'.repeat(head.length)}`);
  for (const row of rows) console.log(`| ${head.map((name) => row[name]).join(' | ')} |`);
}
