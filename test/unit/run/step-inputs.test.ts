import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/config/settings.ts';
import type { PlannedItem } from '../../../src/core/keyword.ts';
import { researchInput } from '../../../src/run/step-inputs.ts';
import { templateLoader } from '../../../src/run/template-loader.ts';

const item: PlannedItem = {
  index: 0,
  keyword: 'tea',
  slug: 'tea',
  priority: 0,
  extra: {},
  sources: ['https://example.com/a'],
};

describe('researchInput', () => {
  it('depends on the sources, and on who reads them and may read what', async () => {
    const template = await templateLoader('.')('guide');
    const inputOf = (planned: PlannedItem, decidesOnGiven: unknown) =>
      JSON.stringify(
        researchInput(planned, template, {
          settings: DEFAULT_SETTINGS,
          language: 'en',
          places: [],
          decidesOnGiven,
        }),
      );
    const { sources: _sources, ...without } = item;
    const inputs = [
      inputOf(without, undefined),
      inputOf(item, undefined),
      inputOf(item, { reader: 1, allowPrivate: false }),
      inputOf(item, { reader: 1, allowPrivate: true }),
    ];
    expect(new Set(inputs).size).toBe(inputs.length);
  });
});
