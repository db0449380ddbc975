import { AppError } from '../core/errors.ts';
import { isProtectedAddress } from '../core/is-protected-address.ts';
import { readBaseUrl } from './provider-identity.ts';

/**
 * The address of a site without a slash at its end, and without the place below it that people copy from their browser.
 * @throws AppError `CONFIG_INVALID` for what is no HTTP address, or would carry the key in clear text over a network.
 */
export function readSite(url: string | undefined, variable: string, belowSite: RegExp): string {
  const site = readBaseUrl(url ?? '', variable).replace(belowSite, '');
  if (isProtectedAddress(site)) return site;
  throw new AppError('CONFIG_INVALID', `${variable} would send the key unencrypted: ${site}.`, {
    suggestions: [`Set ${variable} to the site's address with https://.`],
  });
}
