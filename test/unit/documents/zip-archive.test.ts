import { describe, expect, it } from 'vitest';
import { openZip, ZipError } from '../../../src/documents/zip-archive.ts';
import { makeZip } from '../../support/documents/make-zip.ts';

const LIMIT = 1_000_000;

function reasonOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ZipError) return error.reason;
    throw error;
  }
  return 'none';
}

describe('openZip', () => {
  it('unpacks entries by their names', () => {
    const zip = openZip(makeZip({ 'a.txt': 'one', 'b/ü.txt': 'two '.repeat(1000) }), LIMIT);
    expect([...zip.names]).toEqual(['a.txt', 'b/ü.txt']);
    expect(Buffer.from(zip.read('a.txt')).toString()).toBe('one');
    expect(zip.read('b/ü.txt')).toHaveLength(4000);
  });

  it('believes no declared size, and counts all that comes out', () => {
    const bytes = makeZip({ a: 'x'.repeat(600_000), b: 'y'.repeat(600_000) }, { declaredSize: 1 });
    const zip = openZip(bytes, LIMIT);
    expect(zip.read('a')).toHaveLength(600_000);
    expect(reasonOf(() => zip.read('b'))).toBe('unfolds');
  });

  it('tells what is wrong with an archive', () => {
    const bytes = makeZip({ a: 'some text' });
    expect(reasonOf(() => openZip(bytes.subarray(0, -8), LIMIT))).toBe('damaged');
    expect(reasonOf(() => openZip(bytes, LIMIT).read('b'))).toBe('damaged');
    const flipped = Uint8Array.from(bytes);
    flipped.fill(0xff, 31, 40);
    expect(reasonOf(() => openZip(flipped, LIMIT).read('a'))).toBe('damaged');
    const sealed = openZip(makeZip({ a: 'some text' }, { encrypted: true }), LIMIT);
    expect(reasonOf(() => sealed.read('a'))).toBe('encrypted');
  });

  it('survives any bytes behind the marks', () => {
    for (let seed = 1; seed < 300; seed++) {
      const bytes = Uint8Array.from(makeZip({ a: 'some text', b: 'more' }));
      for (let at = 0; at < 8; at++)
        bytes[(seed * 31 + at * 17) % bytes.length] = (seed * 7 + at * 13) & 0xff;
      expect(['none', 'damaged', 'encrypted', 'unfolds']).toContain(
        reasonOf(() => openZip(bytes, LIMIT).read('a')),
      );
    }
  });
});
