import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../src/core/text/clean-text.ts';

describe('cleanText', () => {
  it('takes out terminal escapes with what belongs to them', () => {
    expect(
      cleanText('\u001b[31mred\u001b[0m \u001b]8;;http://x\u0007link\u001b]8;;\u0007 \u009b2Jx'),
    ).toBe('red link x');
  });

  it('takes out characters that hide or reorder text', () => {
    expect(cleanText('a\u202eb\u2066c\u200bd\ufeffe\u00adf\u0000g')).toBe('abcdefg');
    expect(cleanText('hi\u{E0041}\u{E0042} there')).toBe('hi there');
  });

  it('takes out what spells hidden text where none of it is seen', () => {
    const hidden = [...'print'].map((letter) =>
      String.fromCodePoint(0xe0000 + letter.charCodeAt(0)),
    );
    expect(cleanText(`\u{1F3F4}${hidden.join('')} flag`)).toBe('\u{1F3F4} flag');
    expect(cleanText('a\ufe01\ufe02\u{E0101}\u{E0102}b')).toBe('ab');
    expect(cleanText('ig\u200dno\u200cre \u3164\u034fthis')).toBe('ignore this');
  });

  it('makes one kind of line end and keeps tabs', () => {
    expect(cleanText('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd\te');
  });

  it.each(['🏴󠁧󠁢󠁷󠁬󠁳󠁿', '👩‍👩‍👧', 'नमस्ते', 'مرحبا', '热泵', 'é', 'می‌خواهم', '❤️', '葛󠄀'])('keeps %s', (text) => {
    expect(cleanText(text)).toBe(text.normalize('NFC'));
  });

  it('never leaves a control character, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
        expect(clean.isWellFormed()).toBe(true);
      }),
    );
  });
});
