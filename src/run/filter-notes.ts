import type { Settings } from '../config/settings.ts';
import { findUnmetFilters } from '../config/unmet-filters.ts';

/** What the settings ask of the web and do not get, in sentences. */
export function filterNotes(settings: Settings): string[] {
  return findUnmetFilters(settings).map(({ path, isIdle, reason }) =>
    isIdle
      ? `${path} has no effect: ${reason}.`
      : `${path} holds for a part of the research: ${reason}.`,
  );
}
