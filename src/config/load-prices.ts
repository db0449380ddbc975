import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PriceList } from '../core/price.ts';
import { packageRoot } from './package-root.ts';

/** The price list that ships with the program. */
export function loadPrices(): PriceList {
  return JSON.parse(readFileSync(join(packageRoot(), 'templates', 'prices.json'), 'utf8'));
}
