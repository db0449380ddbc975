import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pageName } from './page-name.ts';

/** The pages whose answers lie in the ledger of a folder; read from a copy, so that the ledger stays as it was left. */
export function committedPages(folder: string): Set<string> {
  const from = join(folder, '.seo-content', 'ledger.db');
  if (!existsSync(from)) return new Set();
  const copies = mkdtempSync(join(tmpdir(), 'seo-content-ledger-'));
  try {
    const copy = join(copies, 'ledger.db');
    for (const ending of ['', '-wal']) {
      if (existsSync(from + ending)) copyFileSync(from + ending, copy + ending);
    }
    using database = new DatabaseSync(copy);
    const rows = database
      .prepare(`SELECT detail FROM calls WHERE provider = 'openalex' AND answer_sum IS NOT NULL`)
      .all() as { detail: string }[];
    return new Set(rows.map(({ detail }) => nameOf(detail)));
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

function nameOf(detail: string): string {
  const address = /https?:\/\/\S+/u.exec(detail)?.[0];
  if (address === undefined) throw new Error(`there is no address in "${detail}"`);
  return pageName(Object.fromEntries(new URL(address).searchParams));
}
