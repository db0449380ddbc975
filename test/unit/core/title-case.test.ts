import { describe, expect, it } from 'vitest';
import { titleCase } from '../../../src/core/title-case.ts';

describe('titleCase', () => {
  it.each([
    ['e-bike battery life', 'E-Bike Battery Life'],
    ['how long does an e-bike battery last?', 'How Long Does an E-Bike Battery Last?'],
    ['hot vs cold composting', 'Hot vs Cold Composting'],
    ['what does COP mean for R290 units in kWh', 'What Does COP Mean for R290 Units in kWh'],
    ['an up-to-date guide: a start', 'An Up-to-Date Guide: A Start'],
    ['what the buddy is for', 'What the Buddy Is For'],
    ["the installer's guide", "The Installer's Guide"],
    ['iPhone repair', 'iPhone Repair'],
    ['電動自転車 バッテリー', '電動自転車 バッテリー'],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(titleCase(text)).toBe(expected);
  });

  it('only capitalises the start in other languages', () => {
    expect(titleCase('wie lange hält ein akku', 'de')).toBe('Wie lange hält ein akku');
  });
});
