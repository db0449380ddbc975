import { expect, test } from 'vitest';
import { createPaint } from '../../../src/cli/create-paint.ts';
import { shouldColor } from '../../../src/cli/should-color.ts';

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [true, { CI: 'true' }, false],
  [true, { CI: 'false' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [false, { FORCE_COLOR: '', NO_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
])('on a terminal: %s, with %o: %s', (isTTY, env, expected) => {
  expect(shouldColor({ isTTY, env })).toBe(expected);
});

test('paint colours only when it may', () => {
  expect(createPaint(false)('red', 'x')).toBe('x');
  expect(createPaint(true)('red', 'x')).toBe('\u001b[31mx\u001b[39m');
});
