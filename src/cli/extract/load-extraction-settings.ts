import { availableParallelism } from 'node:os';
import { checkBudget } from '../../config/check-budget.ts';
import type { SettingFlags } from '../../config/flag-layer.ts';
import { loadPrices } from '../../config/load-prices.ts';
import { loadSettings, type LoadedSettings, type LoadOptions } from '../../config/load-settings.ts';
import { AppError } from '../../core/errors.ts';
import type { PriceList } from '../../core/price.ts';
import type { ExtractionMethod } from '../../run/extraction/extraction-spec.ts';

export interface ExtractionSettings {
  loaded: LoadedSettings;
  prices: PriceList;
  method: ExtractionMethod;
}

/** Calls at a time to a model where nobody said; the gateway halves what its provider does not bear. */
const CALLS = 4;

/**
 * The settings of an extraction. What nobody has set is another default here than for articles: failures are collected,
 * and several items are worked on at a time.
 * @throws AppError `CONFIG_INVALID`, also for a model that cannot be reached; `USAGE` for patterns beside a model.
 */
export async function loadExtractionSettings(
  options: Pick<LoadOptions, 'cwd' | 'snapshot'> & {
    flags: Omit<SettingFlags, 'format'> & {
      method?: ExtractionMethod | undefined;
      /** Patterns of the user's are no use to a model. */
      patterns?: string | undefined;
      /** Of rows; what the setting of this name means are the files of articles. */
      format?: unknown;
    };
  },
): Promise<ExtractionSettings> {
  const { flags, ...place } = options;
  const { method: _method, format: _format, patterns, ...settingFlags } = flags;
  const loaded = await loadSettings({
    ...place,
    flags: settingFlags,
    environment: process.env,
    needs: [],
  });
  const { settings, secrets, origins } = loaded;
  const canAsk = secrets.openaiApiKey !== undefined || settings.openai.baseUrl !== undefined;
  const method = flags.method ?? (canAsk && patterns === undefined ? 'ai' : 'pattern');
  if (method === 'ai' && patterns !== undefined) throw patternsForModel();
  if (method === 'ai' && !canAsk) throw noModel();
  const isUnset = (path: string) => origins.get(path)?.kind === 'default';
  if (isUnset('mode')) settings.mode = 'continue';
  if (isUnset('parallel')) settings.parallel = method === 'ai' ? CALLS : availableParallelism();
  // Nothing is searched, and the model is called as a writer's is: that is what a budget has to know the prices of.
  settings.writer = method === 'ai' ? 'openai' : 'extractive';
  settings.research = ['library'];
  settings.embeddings = 'none';
  const prices = loadPrices(settings.prices);
  checkBudget(settings, prices, false);
  return { loaded, prices, method };
}

function noModel(): AppError {
  return new AppError(
    'CONFIG_INVALID',
    'Extraction by a model needs OPENAI_API_KEY, which is not set.',
    {
      suggestions: [
        'Set OPENAI_API_KEY in the environment or in .env, or OPENAI_BASE_URL for a server of your own.',
        'Or extract by patterns, which needs no key: --method pattern',
      ],
    },
  );
}

function patternsForModel(): AppError {
  return new AppError('USAGE', 'Patterns cannot be given to a model.', {
    suggestions: [
      'Leave out --method ai, or leave out --patterns and describe the fields in a --schema.',
    ],
  });
}
