/** Tells what a test measured, whether it passes or not. */
export function noteFigures(text: string): void {
  process.stderr.write(`${text}\n`);
}
