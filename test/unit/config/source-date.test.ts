import { expect, it } from 'vitest';
import { sourceDate } from '../../../src/config/source-date.ts';

it('reads whole seconds, and nothing where nothing is set', () => {
  expect(sourceDate({ SOURCE_DATE_EPOCH: ' 1767225600 ' })).toEqual(new Date('2026-01-01'));
  expect(sourceDate({ SOURCE_DATE_EPOCH: '' })).toBeUndefined();
  expect(sourceDate({})).toBeUndefined();
});

it.each(['tomorrow', '-1', '1.5', '99999999999999'])('refuses %s', (text) => {
  expect(() => sourceDate({ SOURCE_DATE_EPOCH: text })).toThrow(
    expect.objectContaining({ code: 'CONFIG_INVALID' }),
  );
});
