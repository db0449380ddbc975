import { AppError } from '../core/errors.ts';
import { type ContentConnection, type ContentRequest, sendJson } from './content-request.ts';
import { readSite } from './content-site.ts';
import type { ContentSystem } from './content-system.ts';
import { createPublisher, type PublisherOptions } from './create-publisher.ts';
import { httpError } from './http-error.ts';
import { jsonField } from '../core/json-field.ts';
import { keyMissing, type ProviderIdentity, readKey } from './provider-identity.ts';
import type { AccessReport, Draft, Publisher } from './publisher.ts';
import { readWordPressPost, readWordPressPosts, WORDPRESS_FIELDS } from './wordpress-answer.ts';
import { judgeWordPress, readWordPressError } from './wordpress-error.ts';
import { wordpressSlug } from './wordpress-slug.ts';

export interface WordPressOptions extends PublisherOptions {
  /** Address of the site. */
  url: string | undefined;
  user: string | undefined;
  /** Without spaces, as `Secrets` has it. */
  applicationPassword: string | undefined;
  /** How long the next byte of an answer may take once it has begun, in milliseconds, 30,000 by default. */
  idleTimeoutMs?: number | undefined;
}

/**
 * Drafts at WordPress, through its REST API (`wp/v2`) and an application password.
 * @throws AppError `KEY_MISSING` without user or password, `KEY_REJECTED` or `CONFIG_INVALID` for a password or address
 * that cannot be sent, or should not be.
 */
export function createWordPress(options: WordPressOptions): Publisher {
  const connection = connect(options);
  const { identity } = connection;
  const api = `${identity.baseUrl}/wp-json/wp/v2`;
  const send = (request: ContentRequest, signal: AbortSignal) =>
    sendJson(connection, request, signal);
  const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

  const system: ContentSystem = {
    name: 'wordpress',
    identity,
    apiUrl: `${api}/posts`,
    openStatuses: new Set(['draft', 'pending']),
    slugsOf: (slug) => ({ first: wordpressSlug(slug), second: wordpressSlug(slug, '-2') }),

    // In the context `view` published posts of others are listed too, which this user may not edit.
    async find(slugs, signal) {
      const values = { slug: slugs.join(','), status: 'any', context: 'view' };
      const url = `${api}/posts?${query({ ...values, _fields: WORDPRESS_FIELDS })}`;
      return readWordPressPosts(await send({ method: 'GET', url }, signal), identity);
    },

    async create(draft, signal) {
      const url = `${api}/posts?${query({ _fields: WORDPRESS_FIELDS })}`;
      const body = { ...contentOf(draft), slug: wordpressSlug(draft.slug), status: 'draft' };
      return readWordPressPost(await send({ method: 'POST', url, body }, signal), identity);
    },

    // Without a status: one that was published since the look must not become a draft again.
    async update({ id }, draft, signal) {
      const url = `${api}/posts/${id}?${query({ _fields: WORDPRESS_FIELDS })}`;
      const body = contentOf(draft);
      return readWordPressPost(await send({ method: 'POST', url, body }, signal), identity);
    },

    async checkAccess(signal) {
      const fields = 'id,name,slug,capabilities';
      const url = `${api}/users/me?${query({ context: 'edit', _fields: fields })}`;
      return judgeUser(await send({ method: 'GET', url }, signal), identity);
    },
  };
  return createPublisher(system, options);
}

function contentOf({ title, html, description }: Draft) {
  return { title, content: html, excerpt: description };
}

/** Who sees only posts of their own makes a second draft where somebody else has the slug. */
function judgeUser(user: unknown, identity: ProviderIdentity): AccessReport {
  const name = jsonField(user, 'slug');
  const capabilities = jsonField(user, 'capabilities');
  if (typeof name !== 'string') {
    const problem = 'it is no user';
    throw httpError({ kind: 'answer', problem, status: 200, retryable: true }, identity);
  }
  if (jsonField(capabilities, 'edit_posts') !== true) {
    throw new AppError('KEY_REJECTED', `WordPress does not let the user ${name} write posts.`, {
      suggestions: ['Give the user the role Editor, or name another one in WORDPRESS_USER.'],
    });
  }
  const message = `answers, and lets ${name} write`;
  if (jsonField(capabilities, 'edit_others_posts') === true) return { message };
  return {
    message: `${message}, but not see the drafts of others`,
    advice: 'With the role Editor no second draft is made of what somebody else has begun.',
  };
}

function connect(options: WordPressOptions): ContentConnection {
  const { idleTimeoutMs = 30_000 } = options;
  const keyVariable = 'WORDPRESS_APPLICATION_PASSWORD';
  const baseUrl = readSite(options.url, 'WORDPRESS_URL', /\/wp-(?:json|admin)(?:\/.*)?$/);
  const password = readKey(options.applicationPassword, keyVariable);
  const remedy = 'It is made in WordPress under Users → Profile → Application Passwords.';
  if (password === undefined) throw keyMissing('WordPress', keyVariable, remedy);
  const user = options.user?.trim() ?? '';
  if (user === '') {
    throw new AppError('KEY_MISSING', 'WordPress needs a user, and WORDPRESS_USER is not set.', {
      suggestions: ['Set WORDPRESS_USER or wordpress.user to whom the password belongs.'],
    });
  }
  const credentials = Buffer.from(`${user}:${password}`).toString('base64');
  const identity: ProviderIdentity = {
    label: 'WordPress',
    keyVariable,
    baseUrlVariable: 'WORDPRESS_URL',
    addressRemedy: 'check that WORDPRESS_URL is the address of the site itself',
    baseUrl,
    keys: [password, credentials],
  };
  return {
    identity,
    idleTimeoutMs,
    headers: () => ({ authorization: `Basic ${credentials}` }),
    readError: readWordPressError,
    judge: (status, words) => judgeWordPress(status, words, identity),
  };
}
