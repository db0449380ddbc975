import { describe, expect, it } from 'vitest';
import { cutForEmbedder, meaningTextOf } from '../../../src/library/meaning-text.ts';

const text = 'Before it. The fan turns slowly.\nIt hums at night, and nobody minds. The end.';
const passage = { contextStart: 11, end: text.length, heading: 'Noise', tokens: 20 };

describe('what a passage is embedded as', () => {
  it('is its text with what tells what it is about', () => {
    const meaning = meaningTextOf('On fans', text, passage);
    expect(cutForEmbedder(meaning)).toEqual([`On fans: Noise\n${text.slice(11)}`]);
    const { heading: _heading, ...bare } = passage;
    expect(cutForEmbedder(meaningTextOf('On fans', text, bare))[0]).toMatch(/^On fans\nThe fan/u);
  });

  it('is whole sentences of a bounded length below the nearest heading for a model of short texts', () => {
    const meaning = meaningTextOf('On fans', text, passage);
    expect(cutForEmbedder(meaning, 45)).toEqual([
      'Noise\nThe fan turns slowly.',
      'Noise\nIt hums at night, and nobody minds. The end.',
    ]);
    expect(cutForEmbedder(meaning, 350)).toEqual([
      'Noise\nThe fan turns slowly. It hums at night, and nobody minds. The end.',
    ]);
  });

  it('has one name for equal texts, and another for every other', () => {
    const name = (title: string, changes: object = {}) =>
      meaningTextOf(title, text, { ...passage, ...changes }).textHash;
    expect(name('On fans')).toBe(name('On fans'));
    const names = [
      name('On fans'),
      name('On pumps'),
      name('On fans', { heading: undefined }),
      name('On fans', { contextStart: 0 }),
      name('On fans', { end: 30 }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
