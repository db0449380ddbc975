import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ledgerUnusable } from './ledger-error.ts';

/** @throws AppError `LEDGER_UNUSABLE` when the file, or the folder for what stands beside it, cannot be written. */
export function requireWritable(path: string): void {
  const remedy = 'Check the permissions of the file and its folder, or work in another folder.';
  if (!statSync(path).isFile()) throw ledgerUnusable(path, 'is not a file', [remedy]);
  for (const place of [path, dirname(path)]) {
    try {
      accessSync(place, constants.R_OK | constants.W_OK);
    } catch (error) {
      throw ledgerUnusable(path, `cannot be written: no permission for ${place}`, [remedy], error);
    }
  }
}
