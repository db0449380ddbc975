/** Width to lay results out for; undefined where they go into a file or a pipe, which take lines of any length. */
export function stdoutColumns(stdout: NodeJS.WriteStream): number | undefined {
  return stdout.isTTY && stdout.columns > 0 ? stdout.columns : undefined;
}
