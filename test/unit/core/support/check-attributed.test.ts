import { describe, expect, it } from 'vitest';
import type { Source } from '../../../../src/core/dossier.ts';
import { checkAttributed } from '../../../../src/core/support/check-attributed.ts';

const TEXT = 'An air-source unit lasts 15 to 18 years. Its noise is 45 dB at the fence.';

const source: Source = {
  id: 's1',
  title: 'Buying a heat pump: questions and answers',
  author: 'Marten Oosterveld',
  path: 'a.md',
  retrievedAt: '2026-03-02T08:00:00.000Z',
  sha256: 'x',
  provider: 'library',
  score: 1,
  passages: [{ id: 's1p1', start: 100, end: 100 + TEXT.length, text: TEXT, score: 1 }],
};

const check = (...parts: string[]) => checkAttributed(parts, [source]);

describe('checkAttributed', () => {
  it.each([
    '“Buying a heat pump” says 15 to 18 years.',
    'Different figures are reported (service life): “Buying a heat pump” says 15 to 18 years.',
    'Die Quellen sind sich hier nicht einig: „Buying a heat pump“ nennt 15 to 18 years.',
  ])('supports a figure that stands in the source named: %s', (text) => {
    const checked = check(text);
    expect(checked).toMatchObject({ verdict: 'supported', evidence: { text: '15 to 18 years' } });
    const { start = 0, end = 0 } = checked?.evidence ?? {};
    expect(TEXT.slice(start - 100, end - 100)).toBe('15 to 18 years');
  });

  it.each([
    ['another figure', '“Buying a heat pump” says 20 years.'],
    ['a part of a figure', '“Buying a heat pump” says 8 years.'],
    ['another title', '“Selling a heat pump” says 15 to 18 years.'],
    [
      'more than a figure',
      '“Buying a heat pump” says that all experts in Norway agree on 15 to 18 years.',
    ],
    [
      'an opening that states something',
      'Norway banned them, and “Buying a heat pump” says 15 to 18 years.',
    ],
    ['no title', 'It lasts 15 to 18 years.'],
  ])('leaves %s to the check of all other sentences', (_what, text) => {
    expect(check(text)).toBeUndefined();
  });

  it('supports who is quoted only by the name that the source gives', () => {
    expect(check('— Marten Oosterveld, “Buying a heat pump”')?.verdict).toBe('supported');
    expect(check('— “Buying a heat pump”')?.verdict).toBe('supported');
    expect(check('— Somebody Else, “Buying a heat pump”')).toBeUndefined();
  });

  it('supports a row whose cells all stand in one passage of the source in its last cell', () => {
    expect(check('Its noise', '45 dB', 'Buying a heat pump')?.verdict).toBe('supported');
    expect(check('Its noise', '54 dB', 'Buying a heat pump')).toBeUndefined();
    expect(check('Its noise', '45 dB', 'Another source')).toBeUndefined();
  });
});
