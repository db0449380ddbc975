import { firstTables } from './001-first-tables.ts';
import type { Migration } from './migration.ts';

/** All migrations, in the order in which they are applied. */
export const MIGRATIONS: readonly Migration[] = [firstTables];
