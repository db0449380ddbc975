import { join } from 'node:path';
import type { LoadedSettings } from '../config/load-settings.ts';

/** Where the ledger of a folder is. */
export function ledgerPath({ stateDirectory }: Pick<LoadedSettings, 'stateDirectory'>): string {
  return join(stateDirectory, 'ledger.db');
}
