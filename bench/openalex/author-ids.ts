const FIRST_AUTHOR = 5_000_000_001;

/** Numbers of so many authors, as a list of neighbours. */
export function authorNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => FIRST_AUTHOR + index);
}

/** The same as lines of a file. */
export function authorIds(count: number): string {
  return authorNumbers(count)
    .map((number) => `A${number}\n`)
    .join('');
}
