import { describe, expect, it } from 'vitest';
import { AppError, exitCodeOf, isAbortError, terminalStopOf } from '../../../src/core/errors.ts';
import { reportError } from '../../../src/core/report-error.ts';

const abort = new DOMException('Stopped.', 'AbortError');

describe('errors', () => {
  it.each([
    ['USAGE', 2],
    ['INPUT_INVALID', 2],
    ['CONFIG_INVALID', 2],
    ['OUTPUT_UNWRITABLE', 2],
    ['KEY_REJECTED', 3],
    ['QUOTA_EXHAUSTED', 3],
    ['NO_SOURCES', 1],
    ['TIMEOUT', 1],
  ] as const)('%s stands for exit code %i', (code, exitCode) => {
    expect(exitCodeOf(new AppError(code, 'x'))).toBe(exitCode);
  });

  it('credentials and quota stop a run, one rejected request does not', () => {
    expect(terminalStopOf(new AppError('QUOTA_EXHAUSTED', 'x'))).toBe('credentials-or-quota');
    expect(terminalStopOf(new AppError('REQUEST_REJECTED', 'x'))).toBeUndefined();
    expect(terminalStopOf(abort)).toBeUndefined();
  });

  it('an abort is known behind whatever wrapped it', () => {
    expect(isAbortError(new Error('x', { cause: new Error('y', { cause: abort }) }))).toBe(true);
    expect(isAbortError(new Error('x'))).toBe(false);
    expect(isAbortError('AbortError')).toBe(false);
  });

  it('reports ours as they are, aborts as cancelled, and everything else as a fault of the program', () => {
    const ours = new AppError('NO_SOURCES', 'nothing', { suggestions: ['look elsewhere'] });
    expect(reportError(ours)).toEqual({
      code: 'NO_SOURCES',
      message: 'nothing',
      suggestions: ['look elsewhere'],
    });
    expect(reportError(abort).code).toBe('CANCELLED');
    expect(reportError(new TypeError('x is not a function'))).toMatchObject({ code: 'INTERNAL' });
  });
});
