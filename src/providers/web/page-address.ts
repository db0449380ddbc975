import type { AppError } from '../../core/errors.ts';
import { pageFailure } from './page-failure.ts';

/** Longer than this no address is that people should follow. */
const LONGEST_URL = 2_048;

/** Why no request may be sent to this address, whatever network it leads to; undefined where one may. */
export function addressProblem(url: string): AppError | undefined {
  const address = URL.parse(url);
  const fail = (reason: string, remedy: string) =>
    pageFailure(url, reason, { suggestions: [remedy] });
  if (address === null || !/^https?:$/.test(address.protocol))
    return fail(
      'is not at an http(s) address',
      'Check the address, or save the page and name the file.',
    );
  if (url.length > LONGEST_URL)
    return fail(`has an address of more than ${LONGEST_URL} characters`, 'Check the address.');
  if (address.username !== '' || address.password !== '') {
    return fail(
      'has a user name or password in its address, which would be kept with the run',
      'Take them out; a page behind a login has to be saved and named as a file.',
    );
  }
  return undefined;
}
