/**
 * Arguments in which a flag that may stand alone always has a value, for a parser that knows no such flags: what follows
 * it is its value unless it is another flag.
 */
export function withOptionalValue(
  argv: readonly string[],
  flag: string,
  standIn: string,
): string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, index) => {
    const next = argv[index + 1];
    const isAlone = next === undefined || next.startsWith('-');
    const isFlag = argument === flag && (end === -1 || index < end);
    return isFlag && isAlone ? `${flag}=${standIn}` : argument;
  });
}
