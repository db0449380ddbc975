import { Args, Flags, Parser } from '@oclif/core';
import { expect, test } from 'vitest';
import { usageError } from '../../../src/cli/usage-error.ts';

const SPEC = {
  args: { text: Args.string({ required: true, description: 'words to look for' }) },
  flags: {
    limit: Flags.integer({ min: 1 }),
    format: Flags.string({ options: ['csv', 'json'] }),
    report: Flags.string({ multiple: true, exclusive: ['limit'] }),
  },
};

async function refused(...argv: string[]) {
  const error = await Parser.parse(argv, SPEC).catch((thrown: Error) => thrown);
  if (!(error instanceof Error)) throw new Error('This was meant to be refused.');
  return usageError(error, Object.keys(SPEC.flags));
}

test.each([
  [['tea', '--limt', '3'], 'There is no flag --limt.', ['Did you mean: --limit']],
  [['tea', '--quantum'], 'There is no flag --quantum.', []],
  [[], 'This has to be named: text, words to look for.', []],
  [['tea', 'cups'], 'Unexpected argument: cups.', []],
  [['tea', '--limit'], 'Flag --limit expects a value.', []],
  [
    ['tea', '--limit', '0'],
    '--limit: Expected an integer greater than or equal to 1 but received: 0.',
    [],
  ],
  [['tea', '--format', 'pdf'], 'Expected --format=pdf to be one of: csv, json.', []],
])('%j: %s', async (argv, message, suggestions) => {
  expect(await refused(...argv)).toMatchObject({ code: 'USAGE', message, suggestions });
});

test('two flags that exclude each other are told in one sentence', async () => {
  const { message = '' } = (await refused('tea', '--limit', '2', '--report', 'x')) ?? {};
  expect(message).toBe('--limit=2 cannot also be provided when using --report.');
});

test('an error of another kind is left alone', () => {
  expect(usageError(new Error('Something else.'), [])).toBeUndefined();
});
