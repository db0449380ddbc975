import { expect, it } from 'vitest';
import { withOptionalValue } from '../../../src/cli/optional-value.ts';

it.each([
  [['--resume'], ['--resume=newest']],
  [
    ['--resume', '--parallel', '2'],
    ['--resume=newest', '--parallel', '2'],
  ],
  [
    ['--resume', '-p', '2'],
    ['--resume=newest', '-p', '2'],
  ],
  [
    ['--resume', '20261122'],
    ['--resume', '20261122'],
  ],
  [
    ['--parallel', '2', '--resume=20261122'],
    ['--parallel', '2', '--resume=20261122'],
  ],
  [
    ['a keyword', '--', '--resume'],
    ['a keyword', '--', '--resume'],
  ],
])('reads %j as %j', (given, read) => {
  expect(withOptionalValue(given, '--resume', 'newest')).toEqual(read);
});
