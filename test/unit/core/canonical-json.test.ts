import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/canonical-json.ts';

it('is the same text for the same data, whatever the order of names', () => {
  const left = { b: [1, { d: 1, c: 'ä' }], a: null };
  const right = { a: null, b: [1, { c: 'ä', d: 1 }] };
  expect(canonicalJson(left)).toBe(canonicalJson(right));
  expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
});

it('loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
