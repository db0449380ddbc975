import { join } from 'node:path';
import { execa } from 'execa';

const root = join(import.meta.dirname, '..', '..');

export interface ProgramResult {
  exitCode: number | undefined;
  stdout: string;
  stderr: string;
}

/** Runs the program from its sources, in a folder, with exactly this environment beside what Node needs. */
export async function runSource(
  args: readonly string[],
  options: { cwd: string; environment?: Readonly<Record<string, string>> },
): Promise<ProgramResult> {
  const { cwd, environment = {} } = options;
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    [join(root, 'bin', 'dev.js'), ...args],
    {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...environment },
      extendEnv: false,
      stdin: 'ignore',
      reject: false,
    },
  );
  return { exitCode, stdout, stderr };
}
