import { terminalText } from '../terminal-text.ts';
import { runWords } from '../run-words.ts';
import type { RunEntry } from './run-entry.ts';

/** What to do with a run now, one hint an entry. */
export function nextCommands(entry: RunEntry): string[] {
  const { state, counts, stoppedBy, ownerPid } = entry;
  const { resume } = runWords(entry.command);
  const run = terminalText(entry.run, { limit: 200 });
  if (state === 'running') return [`Process ${ownerPid} works on it now.`];
  const left = counts.cancelled + counts.notStarted + counts.running;
  const goOn =
    stoppedBy === 'budget'
      ? `Go on with a higher limit: ${resume} ${run} --max-cost USD`
      : `Go on where it stopped: ${resume} ${run}`;
  return [
    ...(stoppedBy === 'credentials-or-quota'
      ? ['Check the keys and endpoints: seo-content doctor --online']
      : []),
    ...(left > 0 ? [goOn] : []),
    ...(counts.failed > 0 ? [`Try again what failed: seo-content runs retry ${run}`] : []),
    ...(counts.succeeded > 0
      ? [`Have it as a table: seo-content runs export ${run} --format csv`]
      : []),
  ];
}
