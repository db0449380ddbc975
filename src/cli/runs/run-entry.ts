import type { StopReason } from '../../core/summary.ts';
import type { RunState, StoredRun } from '../../ledger/records.ts';

/** How a run stands: `died` when it was under way and no process works on it any more. */
type RunStanding = RunState | 'died';

/** A run as `runs list --json` tells it. */
export type RunEntry = Omit<StoredRun, 'state' | 'settings'> & { state: RunStanding };

/** A run for lists, without its settings. */
export function runEntry({ settings: _settings, ...run }: StoredRun): RunEntry {
  const hasDied = run.state === 'running' && run.ownerPid === undefined;
  return { ...run, state: hasDied ? 'died' : run.state };
}

const STOPS = {
  failure: 'failure',
  interrupt: 'interrupted',
  'credentials-or-quota': 'key or quota',
  budget: 'budget',
  storage: 'disk',
} satisfies Record<StopReason, string>;

/** How a run stands, in few words: `stopped: budget`. */
export function describeStanding({ state, stoppedBy, ownerPid }: RunEntry): string {
  if (state === 'running') return `running (pid ${ownerPid})`;
  return state === 'stopped' && stoppedBy !== undefined ? `stopped: ${STOPS[stoppedBy]}` : state;
}

/** What became of items that were begun and have no end: nobody works on them once the run has stopped or died. */
export function describeUnended({ state }: RunEntry): string {
  return state === 'running' ? 'under way' : 'cut off';
}
