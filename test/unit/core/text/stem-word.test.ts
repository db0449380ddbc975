import { describe, expect, it } from 'vitest';
import { stemWord } from '../../../../src/core/text/stem-word.ts';

describe('stemWord', () => {
  it.each([
    ['battery', 'batteries'],
    ['charge', 'charging', 'charged', 'charges'],
    ['compost', 'composting', 'composted'],
    ['insulate', 'insulation', 'insulated'],
    ['stop', 'stopped', 'stopping'],
    ['study', 'studies', 'studied'],
    ['manage', 'management'],
    ['box', 'boxes'],
  ])('gives %s and its forms one stem', (word, ...forms) => {
    for (const form of forms) expect(stemWord(form)).toBe(stemWord(word));
  });

  it.each(['gas', 'this', 'bus', 'need', 'thing', 'less', 'red', '2024'])(
    'leaves %s alone',
    (word) => {
      expect(stemWord(word)).toBe(word);
    },
  );

  it('leaves other languages alone', () => {
    expect(stemWord('heizungen', 'de')).toBe('heizungen');
  });
});
