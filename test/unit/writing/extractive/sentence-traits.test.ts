import { describe, expect, it } from 'vitest';
import { readTraits } from '../../../../src/writing/extractive/sentence-traits.ts';

const traitsOf = (text: string) => readTraits(text, 'en');

describe('readTraits', () => {
  it.each([
    'It needs a drain.',
    'However, defrosting costs energy.',
    'These values are measured in a laboratory.',
    'The second is larger.',
    'Cold rooms in that test point to small radiators.',
    'A second mistake is to buy too big.',
  ])('sees that “%s” leans on what stands before it', (text) => {
    expect(traitsOf(text).dependent).toBe(true);
  });

  it.each([
    'A heat pump lasts 15 years.',
    'Solar panels shorten the payback period.',
    'Riders who weigh those that they pass should brake early.',
  ])('sees that “%s” stands alone', (text) => {
    expect(traitsOf(text)).toMatchObject({ dependent: false, selfContained: true });
  });

  it('knows who speaks', () => {
    expect(traitsOf('Our target is 45 degrees.').firstPerson).toBe(true);
    expect(traitsOf('The US market grows.').firstPerson).toBe(false);
    expect(readTraits('Wir heizen mit Strom.', 'de').firstPerson).toBe(true);
  });

  it('knows what is defined, by every name', () => {
    expect(traitsOf('A heat pump is a device that moves heat.').defines).toEqual(['heat pump']);
    expect(
      traitsOf('The coefficient of performance, or COP, is the ratio of heat to power.').defines,
    ).toEqual(['coefficient of performance', 'cop']);
    expect(traitsOf('Summer is the best season for the work.').defines).toEqual([]);
  });

  it('refuses questions and talk about the document', () => {
    expect(traitsOf('What does that mean?').unfit).toBe(true);
    expect(traitsOf('This guide explains the costs.').unfit).toBe(true);
    expect(traitsOf('All prices are in euros.').unfit).toBe(true);
  });

  it('sees an announcement', () => {
    expect(traitsOf('Keep the following out of the bin:').announces).toBe(true);
    expect(traitsOf('A simple way has three steps.').announces).toBe(true);
  });
});
