import { resolve } from 'node:path';
import type { SettingFlags } from '../../config/flag-layer.ts';
import { portablePath, snapshotSettings } from '../../config/settings-snapshot.ts';
import { AppError } from '../../core/errors.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { OPENALEX_URL } from '../../providers/openalex/works-address.ts';
import { beginRun } from '../../run/begin-run.ts';
import { ledgerPath } from '../../run/ledger-path.ts';
import { TELLING_FIELD } from '../../run/works/found-ids.ts';
import { withWorks, type WorksSpec } from '../../run/works/works-spec.ts';
import type { DisplayFlags } from '../execute-run.ts';
import { checkOutputFile } from '../check-output-file.ts';
import { newRunName } from '../new-run-name.ts';
import { describePlan } from './describe-plan.ts';
import { executeWorks } from './execute-works.ts';
import { loadWorksSettings } from './load-works-settings.ts';
import { planWorks } from './plan-works.ts';
import { readIds } from './read-ids.ts';
import { readQuery } from './read-query.ts';
import type { WorksFlags } from './works-flags.ts';
import { worksFormat } from './works-format.ts';

export const WORKS_COMMAND = 'research openalex';

const BATCH_SIZE = 50;

/**
 * From ids and filters on the command line to a list of works; gives the exit code.
 * @throws AppError for wrong usage, input or configuration, before anything is sent.
 */
export async function worksCommand(
  flags: WorksFlags & SettingFlags & Omit<DisplayFlags, 'json'>,
): Promise<number> {
  const cwd = process.cwd();
  const format = worksFormat(flags, process.stdout.isTTY);
  const ids = await readIds(flags, { cwd, stdin: process.stdin });
  const kinds = [...ids.byKind.keys()];
  const { query, limit, isSelected } = readQuery(
    flags,
    kinds.map((kind) => TELLING_FIELD[kind]),
  );
  if (kinds.length === 0 && query.search === undefined && query.filters.length === 0)
    throw nothingAsked();
  const { loaded, prices } = await loadWorksSettings({ cwd, flags });
  const { settings, baseDirectory } = loaded;
  const planned = planWorks(query, ids.byKind, {
    batchSize: flags['batch-size'] ?? BATCH_SIZE,
    baseUrl: settings.openalex.baseUrl ?? OPENALEX_URL,
  });
  const { output } = flags;
  const spec: WorksSpec = {
    query: planned.query,
    ...(planned.kind === undefined ? {} : { kind: planned.kind }),
    ...(limit === undefined ? {} : { limit }),
    isSelected,
    format,
    ...(output === undefined
      ? {}
      : { outputPath: portablePath(resolve(cwd, output), baseDirectory) }),
  };
  if (flags['dry-run'] === true) {
    process.stdout.write(describePlan(spec, planned.items, loaded));
    return 0;
  }
  if (output !== undefined) await checkOutputFile(resolve(cwd, output), 'works.jsonl');
  const ledger = await openLedger(ledgerPath(loaded), { create: true });
  const now = new Date();
  const session = await beginRun(
    ledger,
    {
      run: newRunName(now),
      command: WORKS_COMMAND,
      dryRun: false,
      createdAt: now.toISOString(),
      settings: withWorks(snapshotSettings(settings, baseDirectory), spec),
    },
    planned.items,
  );
  const notes = [
    ...(ids.repeated === 0 ? [] : [`${ids.repeated} ids were named more than once.`]),
    ...keyNote(loaded.secrets.openalexApiKey),
  ];
  return executeWorks({ session, loaded, prices, cwd, spec, notes, flags });
}

function keyNote(key: string | undefined): string[] {
  return key === undefined
    ? ['Without OPENALEX_API_KEY OpenAlex takes ten requests a second, and few a day.']
    : [];
}

function nothingAsked(): AppError {
  return new AppError('USAGE', 'Nothing says which works are wanted.', {
    suggestions: [
      'Name authors: seo-content research openalex --author-ids A5023888391 --all',
      'Or words: seo-content research openalex --search "heat pump" --limit 50',
    ],
  });
}
