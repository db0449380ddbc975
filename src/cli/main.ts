import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, flush, handle, run, settings } from '@oclif/core';
import { packageRoot } from '../config/package-root.ts';

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
  try {
    const config = await Config.load({ root, pjson, ignoreManifest: fromSource });
    await run(argv, config);
    // oclif's flush waits for ever for a reader that is gone.
    await Promise.race([flush(), closed]);
  } catch (error) {
    await handle(error instanceof Error ? error : new Error(String(error)));
  }
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
