import { isAbsolute, relative, sep } from 'node:path';
import type { Settings } from './settings.ts';

/**
 * The settings as a run keeps them, to be loaded again as a layer: plain JSON without keys. Paths below the base folder
 * are told relative to it, so that the folder may move.
 */
export function snapshotSettings(settings: Settings, baseDirectory: string): unknown {
  const portable = (path: string) => portablePath(path, baseDirectory);
  const { outputDir, library, reports, template } = settings;
  return {
    ...settings,
    outputDir: portable(outputDir),
    library: library.map(portable),
    reports: reports.map(portable),
    template: isAbsolute(template) ? portable(template) : template,
  };
}

/** A path below the base folder as it is told relative to it; any other as it is. */
export function portablePath(path: string, baseDirectory: string): string {
  const shorter = relative(baseDirectory, path);
  const isOutside = shorter === '..' || shorter.startsWith(`..${sep}`) || isAbsolute(shorter);
  return isOutside ? path : `./${shorter.split(sep).join('/')}`;
}
