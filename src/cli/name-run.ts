import { runWords } from './run-words.ts';

/**
 * A remedy that speaks of going on gets the command that goes on with this run, and its name: without one the command
 * would take the newest run, which may be another by the time that somebody reads it.
 */
export function nameRun(
  remedy: string,
  { run, command }: { run: string; command: string },
): string {
  return remedy.replace('seo-content batch --resume', () => `${runWords(command).resume} ${run}`);
}
