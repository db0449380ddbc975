/**
 * A remedy that speaks of going on gets the name of the run: without one the command would take the newest run, which
 * may be another by the time that somebody reads it.
 */
export function nameRun(remedy: string, run: string): string {
  return remedy.replace('seo-content batch --resume', () => `seo-content batch --resume ${run}`);
}
