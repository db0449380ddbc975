import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { PriceList } from '../core/price.ts';
import { packageRoot } from './package-root.ts';
import { userConfigSchema } from './schema.ts';
import type { Settings } from './settings.ts';

const setting = userConfigSchema.shape.prices.unwrap();

/** The file holds what the setting holds, all of it, and says when its prices were looked up. */
const priceFile = setting.extend({
  date: z.iso.date({ error: 'must be a date such as 2026-11-01' }),
  note: z.string().optional(),
  models: setting.shape.models.unwrap(),
  credits: setting.shape.credits.unwrap(),
});

/**
 * The shipped prices with those of the configuration over them. A model's price is taken whole from one of the two;
 * without `cachedInput`, cached tokens cost what others cost.
 * @param path JSON file of the list, in the form of `templates/prices.json`.
 * @throws AppError `CONFIG_INVALID` when the file cannot be read or is no price list.
 */
export function loadPrices(
  changes: Settings['prices'] = {},
  path: string = join(packageRoot(), 'templates', 'prices.json'),
): PriceList {
  const { date, models, credits } = readPriceFile(path);
  const priced = Object.entries({ ...models, ...changes.models }).map(
    ([model, price]) =>
      [model, { ...price, cachedInput: price.cachedInput ?? price.input }] as const,
  );
  return {
    date,
    models: Object.fromEntries(priced),
    credits: { ...credits, ...changes.credits },
  };
}

function readPriceFile(path: string): z.infer<typeof priceFile> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw notAPriceList(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
  const parsed = priceFile.safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path: place, message }) => `${place.map(String).join('.') || 'the file'} ${message}`,
  );
  throw notAPriceList(path, problems.join('; '), parsed.error);
}

function notAPriceList(path: string, problem: string, cause: unknown): AppError {
  return new AppError('CONFIG_INVALID', `The price list ${path} cannot be used: ${problem}.`, {
    suggestions: [
      'Install seo-content again; prices of your own belong into prices.models of the configuration.',
    ],
    cause,
  });
}
