import type { SettingFlags } from '../config/flag-layer.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SettingsChange, StoredRun } from '../ledger/records.ts';
import type { ResumeScope } from '../run/resume-run.ts';
import type { DisplayFlags } from './execute-run.ts';

/** What a further session may change; what keys and passwords open is never kept. */
export type ResumeFlags = SettingFlags &
  DisplayFlags & { password?: string | undefined; workers?: number | undefined };

/** A stored run that is to go on. */
export interface Resumption {
  ledger: Ledger;
  stored: StoredRun;
  scope: ResumeScope;
  flags: ResumeFlags;
  cwd: string;
}

/** The flags that change settings, as they were given. */
export function changeOf({
  json: _json,
  reporter: _reporter,
  quiet: _quiet,
  debug: _debug,
  password: _password,
  workers: _workers,
  ...flags
}: ResumeFlags): SettingsChange | undefined {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined);
  if (given.length === 0) return undefined;
  return { at: new Date().toISOString(), flags: Object.fromEntries(given) };
}
