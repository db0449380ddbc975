import { loadSettings, type LoadedSettings } from '../../config/load-settings.ts';
import { exitCodeOfChecks, runCheck, type Check } from './check.ts';
import { checkEndpoints } from './check-endpoints.ts';
import { checkFolders } from './check-folders.ts';
import { checkKeys } from './check-keys.ts';
import { checkLedger } from './check-ledger.ts';
import { checkLibrary } from './check-library.ts';
import { checkLimits } from './check-limits.ts';
import { checkMachine } from './check-machine.ts';
import { checkParallel } from './check-parallel.ts';
import { checkPublishing } from './check-publishing.ts';
import { checkSearches } from './check-searches.ts';

export interface DoctorOptions {
  cwd: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Ask the providers too. */
  online: boolean;
  nodeVersion: string;
  cores: number;
  signal: AbortSignal;
}

/** The one document of `doctor --json`. */
export interface DoctorReport {
  checks: Check[];
  exitCode: 0 | 2 | 3;
}

/** Looks at all that a run stands on. Spends nothing and leaves nothing behind; never throws for what it finds. */
export async function runDoctor(options: DoctorOptions): Promise<DoctorReport> {
  const machine = checkMachine(options.nodeVersion);
  let loaded: LoadedSettings | undefined;
  const configuration = await runCheck('Configuration', async () => {
    // A missing key is a check of its own.
    loaded = await loadSettings({ cwd: options.cwd, environment: options.environment, needs: [] });
    return { status: 'ok', message: loaded.configPath ?? 'none; the defaults hold' };
  });
  const checks = [...(await machine), configuration];
  if (loaded !== undefined) {
    const library = checkLibrary(loaded);
    const folders = checkFolders(loaded);
    const endpoints = checkEndpoints(loaded, options);
    const searches = checkSearches(loaded, options);
    const publishing = checkPublishing(loaded, options);
    const ledger = checkLedger(loaded);
    checks.push(...checkKeys(loaded), await library, ...(await folders));
    const { check, limits } = await ledger;
    checks.push(check, ...(await endpoints), ...(await searches), ...(await publishing));
    checks.push(...checkLimits(loaded.settings, limits));
    checks.push(checkParallel(loaded.settings, options.cores, limits));
  }
  return { checks, exitCode: exitCodeOfChecks(checks) };
}
