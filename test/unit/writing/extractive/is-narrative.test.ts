import { describe, expect, it } from 'vitest';
import { isNarrative } from '../../../../src/writing/extractive/is-narrative.ts';

describe('isNarrative', () => {
  it.each([
    'The heat pump delivered 15,800 kilowatt-hours in the first year.',
    'The cold bin froze solid in both winters.',
    'Scraps simply stayed in the bin.',
    'The technician replaced nothing in two years.',
  ])('sees that “%s” tells of one case', (text) => {
    expect(isNarrative(text)).toBe(true);
  });

  it.each([
    'A well-insulated house needs little heat.',
    'Water is heated to 60 degrees once a week.',
    'The price is made up of three parts.',
    'Deep night setbacks rarely save anything.',
  ])('sees that “%s” holds in general', (text) => {
    expect(isNarrative(text)).toBe(false);
  });
});
