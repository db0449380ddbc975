import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/input/decode-text.ts';

const utf16 = (text: string, swap: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

describe('decodeText', () => {
  it('reads UTF-8 and UTF-16, with and without a mark, and every kind of line end', () => {
    for (const bytes of [
      Buffer.from('tea\r\nお茶\rx'),
      Buffer.from('\uFEFFtea\r\nお茶\rx'),
      utf16('tea\r\nお茶\rx', false),
      utf16('tea\r\nお茶\rx', true),
    ]) {
      expect(decodeText(bytes, 'k.txt')).toBe('tea\nお茶\nx');
    }
  });

  it('names the line on which another encoding shows', () => {
    const bytes = Buffer.from('tea\r\ncoffee\r\ncaf\u00E9\r\n', 'latin1');
    expect(() => decodeText(bytes, 'k.csv')).toThrow('k.csv:3: the text is not valid UTF-8.');
  });

  it('refuses workbooks and other binary files', () => {
    expect(() => decodeText(Buffer.from('PK\u0003\u0004rest'), 'k.csv')).toThrow(/a workbook/);
    expect(() => decodeText(Buffer.from('t\u0000e\u0000a\u0000'), 'k.csv')).toThrow(/null bytes/);
  });
});
