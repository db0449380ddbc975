import { z } from 'zod';
import { userConfigSchema } from '../config/schema.ts';
import { AppError } from '../core/errors.ts';
import type { StoredRun } from '../ledger/records.ts';

/** What reports tell of a run's settings; paths below the base folder are relative to it. */
const toldSettings = z.object({
  outputDir: z.string(),
  writer: z.string(),
  research: z.array(z.string()),
  maxCostUsd: z.number().optional(),
  openai: z.object({ model: z.string() }),
  prices: userConfigSchema.shape.prices,
});

/**
 * The settings that hold for a run since its last session, as far as reports tell of them.
 * @throws AppError `LEDGER_DAMAGED` when they are not there.
 */
export function storedSettings(run: StoredRun): z.infer<typeof toldSettings> {
  const parsed = toldSettings.safeParse(run.settings);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.map(String).join('.')).join(', ');
  throw new AppError(
    'LEDGER_DAMAGED',
    `The settings of run ${run.run} in the ledger cannot be used: ${places || 'none are there'}.`,
    { suggestions: ['Restore the ledger from a backup, or begin the run anew.'] },
  );
}
