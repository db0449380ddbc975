import type { RunSummary } from '../core/summary.ts';
import { nameRun } from './name-run.ts';
import { runWords } from './run-words.ts';
import { terminalText } from './terminal-text.ts';
import { unseenStopError } from './unseen-stop-error.ts';

/** Where to look and what to do next, one hint an entry. */
export function nextSteps(summary: RunSummary): string[] {
  const { totals, dryRun } = summary;
  const { fillsFolder } = runWords(summary.command);
  const place = summary.resultFile ?? (fillsFolder ? summary.outputDirectory : undefined);
  return [
    ...(totals.succeeded > 0 && place !== undefined
      ? [`Look in ${terminalText(place, { limit: 300 })}`]
      : []),
    ...(dryRun && totals.succeeded > 0 ? [howToWrite(summary.command)] : []),
    ...waysOn(summary),
  ];
}

/** How to go on with a run that has not done all it was to do. */
function waysOn(summary: RunSummary): string[] {
  const { totals, stoppedBy } = summary;
  const run = terminalText(summary.run, { limit: 200 });
  const resume = `${runWords(summary.command).resume} ${run}`;
  const left = totals.cancelled + totals.notStarted;
  const check = 'Check the keys and endpoints with seo-content doctor --online';
  const stopError = unseenStopError(summary);
  if (left + totals.failed === 0 && stopError === undefined) return [];
  const remedies = (stopError?.suggestions ?? []).map((text) =>
    nameRun(terminalText(text), { ...summary, run }),
  );
  switch (stoppedBy) {
    case 'budget':
    case 'storage':
    case 'credentials-or-quota': {
      const all = stoppedBy === 'credentials-or-quota' ? [...remedies, check] : remedies;
      return all.some((text) => text.includes(resume))
        ? all
        : [
            ...all,
            `Go on where it stopped: ${resume}${stoppedBy === 'budget' ? ' --max-cost USD' : ''}`,
          ];
    }
    case 'failure':
      return left > 0
        ? [`Go on in spite of failures: ${resume} --continue-on-error`]
        : [retryFailed(run)];
    default:
      return [
        ...(left > 0 ? [`Go on where it stopped: ${resume}`] : []),
        ...(totals.failed > 0 ? [retryFailed(run)] : []),
      ];
  }
}

function retryFailed(run: string): string {
  return `Try again what failed: seo-content runs retry ${run}`;
}

function howToWrite(command: string): string {
  return command === 'research'
    ? 'Write the articles with seo-content batch'
    : 'Run again without --dry-run to write the articles';
}
