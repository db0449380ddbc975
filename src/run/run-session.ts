import type { PlannedItem } from '../core/keyword.ts';
import type { RunItem } from '../core/run-item.ts';
import type { KeptOutcome } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';
import type { Ledger, RunClaim } from '../ledger/ledger.ts';

/** One time that a process works on a run: its beginning, or a resumption. */
export interface RunSession<Item extends RunItem = PlannedItem> {
  run: string;
  command: string;
  /** Research only. */
  dryRun: boolean;
  /** When the run was begun, ISO 8601. */
  createdAt: string;
  ledger: Ledger;
  /** Held for as long as the session lasts. */
  claim: RunClaim;
  /** All items of the run, in input order. */
  items: readonly Item[];
  /** What this session works on, in this order where priorities are equal. */
  todo: readonly Item[];
  /** How the items ended that earlier sessions have worked on, by index. */
  earlier: ReadonlyMap<number, KeptOutcome>;
  /** What earlier sessions have paid, by item. */
  paid: ReadonlyMap<number, Usage>;
  /** Time that they were at work, in milliseconds. */
  workedMs: number;
  /** What they have spent in all, in US dollars. */
  spentUsd: number;
}
