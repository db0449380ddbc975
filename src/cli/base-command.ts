import { Command, Errors } from '@oclif/core';
import { AppError, exitCodeOf, isAbortError } from '../core/errors.ts';
import { formatError } from './format-error.ts';
import { usageError } from './usage-error.ts';

/** What every command shares: results to stdout, notes to stderr, errors with remedies and the right exit code. */
export abstract class BaseCommand extends Command {
  /** A result. Nothing else may reach stdout. */
  protected print(text: string): void {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Progress, hints and warnings. */
  protected note(text: string): void {
    process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Sets the exit code instead of leaving at once, so that what is written still gets out. */
  protected setExitCode(code: number): void {
    process.exitCode = code;
  }

  protected override async catch(thrown: Error & { oclif?: { exit?: number } }): Promise<void> {
    if (thrown instanceof Errors.ExitError) throw thrown;
    const error = usageError(thrown, Object.keys(this.ctor.flags)) ?? thrown;
    if (isAbortError(error)) {
      this.note('Interrupted.');
      this.setExitCode(130);
      return;
    }
    this.note(formatError(error, { debug: process.argv.includes('--debug') }));
    const wrongUsage =
      thrown.oclif?.exit === 2 || (error instanceof AppError && error.code === 'USAGE');
    if (wrongUsage) this.note(`\n${this.usageLines()}`);
    this.setExitCode(error instanceof AppError ? exitCodeOf(error) : (thrown.oclif?.exit ?? 1));
  }

  private usageLines(): string {
    const bin = this.config.bin;
    const name = (this.id ?? '').replaceAll(':', ' ');
    const usage = [this.ctor.usage ?? name].flat().map((line) => `${bin} ${line}`);
    return `Usage: ${usage.join('\n       ')}\nMore:  ${bin} ${name} --help`;
  }
}
