import type { HttpVerdict } from './http-error.ts';
import { jsonField } from '../core/json-field.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import type { ErrorWords } from './request-json.ts';

/** Errors of a request that WordPress took for one of nobody: it has seen no credentials. */
const UNSEEN_KEY: ReadonlySet<string> = new Set([
  'rest_not_logged_in',
  'rest_forbidden_status',
  'rest_forbidden_context',
  'rest_user_cannot_view',
]);
const WITHOUT_RIGHTS: ReadonlySet<string> = new Set([
  'rest_cannot_create',
  'rest_cannot_edit',
  'rest_cannot_assign_term',
  'rest_cannot_publish',
]);

const MOST_PARAMETERS = 5;

/**
 * WordPress' words for an error, `{"code":"…","message":"…","data":{"status":400,"params":{"name":"why"}}}`: without
 * the HTML that some have, and with what is wrong about each parameter.
 */
export function readWordPressError(body: unknown): ErrorWords {
  const [code, message, data] = ['code', 'message', 'data'].map((name) => jsonField(body, name));
  const details = Object.values(Object(jsonField(data, 'details')) as object);
  const inner = details
    .map((detail) => jsonField(detail, 'code'))
    .find((name) => UNSEEN_KEY.has(String(name)));
  const reasons = Object.values(Object(jsonField(data, 'params')) as object)
    .filter((reason) => typeof reason === 'string')
    .slice(0, MOST_PARAMETERS);
  const text = typeof message === 'string' ? [message, ...reasons].join(' ') : undefined;
  return {
    message: text?.replaceAll(/<[^<>]{0,200}>/g, ''),
    code: [inner, code].find((name) => typeof name === 'string'),
  };
}

/** What WordPress means by a status, where that is more than every provider means by it. */
export function judgeWordPress(
  status: number,
  { code = '' }: ErrorWords,
  { baseUrl, keyVariable, baseUrlVariable }: ProviderIdentity,
): HttpVerdict | undefined {
  const isRefusal = status === 401 || status === 403;
  if (UNSEEN_KEY.has(code) && (status === 401 || status === 400)) {
    return {
      code: 'KEY_REJECTED',
      says: 'did not take the application password into account',
      suggestions: [
        'Application passwords need https and may be switched off by a plugin: look under Users → Profile whether there are any.',
        'Some web servers keep the header Authorization from WordPress: let yours pass it on.',
      ],
    };
  }
  if (WITHOUT_RIGHTS.has(code) || (UNSEEN_KEY.has(code) && isRefusal)) {
    return {
      code: 'KEY_REJECTED',
      says: 'does not let this user write posts',
      suggestions: ['Give the user of WORDPRESS_USER the role Editor, or name another user.'],
    };
  }
  if (isRefusal) {
    return {
      code: 'KEY_REJECTED',
      says: status === 401 ? 'rejected user name or password' : 'does not allow this',
      suggestions: [
        `Check WORDPRESS_USER and ${keyVariable}: an application password is made under Users → Profile, and the password for logging in does not serve.`,
        'A password or firewall of the web server itself answers so too.',
      ],
    };
  }
  if (status === 404) {
    return {
      code: 'REQUEST_REJECTED',
      says: `has no REST API at ${baseUrl}/wp-json`,
      suggestions: [
        `Check ${baseUrlVariable}: it is the address of the site itself, without /wp-json.`,
        'Under Settings → Permalinks choose anything but Plain.',
        'A security plugin may have switched the REST API off: let it pass for logged-in users.',
      ],
    };
  }
  return undefined;
}
