import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, flush, handle, run, settings } from '@oclif/core';
import { closestName } from '../config/closest-name.ts';
import { packageRoot } from '../config/package-root.ts';
import { AppError } from '../core/errors.ts';
import { formatError } from './format-error.ts';

/** Runs the program with the arguments after its name; sets the exit code. */
export async function main(argv: string[]): Promise<void> {
  const closed = surviveClosedPipes();
  const root = packageRoot();
  // True when the sources run as they are, without a build.
  const fromSource = import.meta.url.endsWith('.ts');
  // oclif would look for a TypeScript runtime of its own; Node strips the types itself.
  settings.enableAutoTranspile = false;
  const pjson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (fromSource) pjson.oclif.commands.target = './src/commands';
  let config: Config | undefined;
  try {
    config = await Config.load({ root, pjson, ignoreManifest: fromSource });
    await run(argv, config);
    // oclif's flush waits for ever for a reader that is gone.
    await Promise.race([flush(), closed]);
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    const unknown = /^command (.+) not found$/.exec(failure.message)?.[1];
    if (unknown === undefined) await handle(failure);
    else tellUnknownCommand(spaced(unknown), config?.commandIDs.map(spaced) ?? []);
  }
}

/** oclif parts the words of a command's name with colons. */
function spaced(id: string): string {
  return id.replaceAll(':', ' ');
}

/** A command that does not exist, in the words and with the exit code of every wrong usage. */
function tellUnknownCommand(command: string, known: readonly string[]): void {
  const begun = known.find((name) => command.startsWith(`${name} `));
  const near = begun ?? closestName(command, known);
  const error = new AppError('USAGE', `There is no command "${command}".`, {
    suggestions: [
      ...(near === undefined ? [] : [`Did you mean: seo-content ${near}`]),
      `The commands are: ${known.join(', ')}.`,
    ],
  });
  process.stderr.write(`${formatError(error, { debug: false })}\n`);
  process.exitCode = 2;
}

/** `seo-content … | head -1` closes our output early; that is no failure. Resolves when it happens. */
function surviveClosedPipes(): Promise<void> {
  return new Promise((resolve) => {
    for (const stream of [process.stdout, process.stderr]) {
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
        resolve();
      });
    }
  });
}
