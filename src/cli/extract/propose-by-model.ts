import { availableParallelism } from 'node:os';
import { snapshotSettings } from '../../config/settings-snapshot.ts';
import { AppError } from '../../core/errors.ts';
import type { SourceItem } from '../../core/source-item.ts';
import { discoverByModel } from '../../extraction/discovery/discover-by-model.ts';
import type { DiscoveredField, SampleText } from '../../extraction/discovery/discovered-field.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { beginRun } from '../../run/begin-run.ts';
import { modelTools } from '../../run/extraction/model-tools.ts';
import { ledgerPath } from '../../run/ledger-path.ts';
import { workSession } from '../../run/work-session.ts';
import { listenForSignals } from '../listen-for-signals.ts';
import { newRunName } from '../new-run-name.ts';
import type { ExtractionSettings } from './load-extraction-settings.ts';

/** Lets the model propose fields, as a run of one item: its calls are kept, counted and bounded like all others. */
export async function proposeByModel(
  sample: readonly SampleText[],
  options: ExtractionSettings & { cwd: string; note: (text: string) => void },
): Promise<readonly DiscoveredField[]> {
  const { loaded, prices, cwd, note } = options;
  const { settings, baseDirectory } = loaded;
  const ledger = await openLedger(ledgerPath(loaded), { create: true });
  const now = new Date();
  const item: SourceItem = {
    index: 0,
    keyword: 'fields of a sample',
    slug: '',
    priority: 0,
    path: '',
  };
  const run = {
    run: newRunName(now),
    command: 'extract --discover',
    dryRun: false,
    createdAt: now.toISOString(),
    settings: snapshotSettings(settings, baseDirectory),
  };
  const session = await beginRun(ledger, run, [item]);
  const signals = listenForSignals({ onFirst: () => note('Interrupted.'), onSecond: () => {} });
  let found: readonly DiscoveredField[] = [];
  try {
    const summary = await workSession(
      {
        session,
        loaded,
        prices,
        cwd,
        note,
        cores: availableParallelism(),
        signal: signals.signal,
        drain: signals.drain,
        now: () => performance.now(),
        today: () => new Date(),
        onEvent: () => {},
      },
      async ({ gateway }) => {
        const tools = await modelTools({ loaded, gateway });
        return {
          unit: 'document',
          process: async (scope) => {
            found = await scope.step('extract', ({ calls }) =>
              discoverByModel(sample, { ...tools, scope: calls }),
            );
            return { files: [] };
          },
          close: () => {},
        };
      },
    );
    const error = summary.items[0]?.error ?? summary.stopError;
    if (error !== undefined) throw new AppError(error.code, error.message, error);
    return found;
  } finally {
    signals.dispose();
    session.claim.release();
    await ledger.close();
  }
}
