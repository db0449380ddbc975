import { isProtectedAddress } from '../core/is-protected-address.ts';
import type { Problem } from './rules.ts';
import type { Secrets } from './secrets.ts';
import type { PublishTarget, Settings } from './settings.ts';

/** One thing that a target cannot do without. */
interface Requirement {
  /** `wordpress.url`; for keys only the variable. */
  setting?: string;
  variable: string;
  value: string | undefined;
  /** Where it is found, or what it should be. */
  remedy: string;
}

/** What is missing for the places that drafts shall be put at, and addresses that would give the key away. */
export function findPublishingShortages(
  settings: Settings,
  secrets: Secrets,
  wantedBy: string,
): Problem[] {
  return settings.publish.flatMap((target) => {
    const requirements = requirementsOf(target, settings, secrets);
    const missing = requirements
      .filter(({ value }) => value === undefined)
      .map((requirement) => shortage(target, requirement, wantedBy));
    return [...missing, ...unprotected(settings[target].url, target)];
  });
}

function requirementsOf(
  target: PublishTarget,
  { wordpress, ghost }: Settings,
  { wordpressPassword, ghostAdminKey }: Secrets,
): Requirement[] {
  if (target === 'ghost') {
    return [
      address('ghost.url', 'GHOST_URL', ghost.url),
      {
        variable: 'GHOST_ADMIN_API_KEY',
        value: ghostAdminKey,
        remedy: 'made in Ghost under Settings → Integrations → Add custom integration',
      },
    ];
  }
  return [
    address('wordpress.url', 'WORDPRESS_URL', wordpress.url),
    {
      setting: 'wordpress.user',
      variable: 'WORDPRESS_USER',
      value: wordpress.user,
      remedy: 'the user name of who writes there',
    },
    {
      variable: 'WORDPRESS_APPLICATION_PASSWORD',
      value: wordpressPassword,
      remedy: 'made in WordPress under Users → Profile → Application Passwords',
    },
  ];
}

function address(setting: string, variable: string, value: string | undefined): Requirement {
  return { setting, variable, value, remedy: 'the address of the site, with https://' };
}

function shortage(
  target: PublishTarget,
  { setting, variable, remedy }: Requirement,
  wantedBy: string,
): Problem {
  const what = setting === undefined ? variable : `${setting} (${variable})`;
  const how =
    setting === undefined
      ? `Set ${variable} in the environment or in .env`
      : `Set ${variable} in the environment or in .env, or ${setting} in the configuration, before the run begins`;
  return {
    text: `${wantedBy}: publishing at ${target} needs ${what}, which is not set`,
    suggestion: `${how}: ${remedy}.`,
  };
}

function unprotected(url: string | undefined, target: PublishTarget): Problem[] {
  if (url === undefined || isProtectedAddress(url)) return [];
  return [
    {
      text: `${target}.url: ${url} would send the key over the network unencrypted`,
      suggestion: `Set ${target}.url to the address with https://; http:// is taken for this machine only.`,
    },
  ];
}
