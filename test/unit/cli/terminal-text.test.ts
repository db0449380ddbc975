import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { terminalText } from '../../../src/cli/terminal-text.ts';

test('removes escape sequences whole, and folds line breaks and tabs', () => {
  expect(terminalText('\u001b[31mred\u001b[0m \u001b]0;title\u0007end')).toBe('red end');
  expect(terminalText(' a\r\n\tb\u0085c\u2028d ')).toBe('a b c d');
});

test('removes marks that reorder text, and keeps scripts, emoji and their joiners', () => {
  expect(terminalText('invoice\u202egnp.exe\u2066')).toBe('invoicegnp.exe');
  for (const text of ['مضخة حرارية', '電動自転車', '👩‍👩‍👧‍👦', 'नमस्ते', 'می‌خواهم']) {
    expect(terminalText(text)).toBe(text);
  }
});

test('bounds combining marks and length, and never splits a character', () => {
  expect(terminalText(`a${'\u0301'.repeat(50)}`).length).toBeLessThan(10);
  expect(terminalText('x'.repeat(5000), { limit: 10 })).toBe(`${'x'.repeat(9)}…`);
  expect(terminalText('😀'.repeat(20), { limit: 10 })).toBe(`${'😀'.repeat(4)}…`);
});

test('leaves nothing that a CI runner takes for a command', () => {
  expect(terminalText('::add-mask::secret')).toBe(': :add-mask::secret');
  expect(terminalText('x ##[error]fake')).toBe('x ## [error]fake');
  expect(terminalText('one\n  ::error::two', { multiline: true })).toBe('one\n  : :error::two');
  expect(terminalText('std::vector')).toBe('std::vector');
});

test('keeps lines and indentation where they are wanted', () => {
  expect(terminalText('one\r\n    at two\u001b[2J\n', { multiline: true })).toBe(
    'one\n    at two\n',
  );
});

test('property: one line without control characters, and stable when applied again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const safe = terminalText(text, { limit: 60 });
      expect(safe).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(safe.length).toBeLessThanOrEqual(60);
      expect(safe.isWellFormed()).toBe(true);
      expect(terminalText(safe, { limit: 60 })).toBe(safe);
    }),
  );
});
