import { cutText } from '../core/cut-text.ts';
import { type ContentConnection, type ContentRequest, sendJson } from './content-request.ts';
import { readSite } from './content-site.ts';
import type { ContentSystem } from './content-system.ts';
import { createPublisher, type PublisherOptions } from './create-publisher.ts';
import { GHOST_FIELDS, readGhostPost, readGhostPosts } from './ghost-answer.ts';
import { judgeGhost, readGhostError } from './ghost-error.ts';
import { ghostSlug } from './ghost-slug.ts';
import { GHOST_KEY_VARIABLE, ghostToken, readGhostKey } from './ghost-token.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import type { Draft, Publisher } from './publisher.ts';

export interface GhostOptions extends PublisherOptions {
  /** Address of the site, as one logs in to it. */
  url: string | undefined;
  /** `id:secret`. */
  adminKey: string | undefined;
  /** How long the next byte of an answer may take once it has begun, in milliseconds, 30,000 by default. */
  idleTimeoutMs?: number | undefined;
  /** Wall clock, for the tokens. */
  now?: (() => Date) | undefined;
}

/** The oldest version of the API that is spoken; newer ones of Ghost take it. */
const API_VERSION = 'v5.0';
/** In UTF-16 code units; what is longer Ghost refuses. */
const LONGEST = { title: 255, excerpt: 300, description: 500 };

/**
 * Drafts at Ghost, through its Admin API and the key of a custom integration.
 * @throws AppError `KEY_MISSING` without a key, `KEY_REJECTED` or `CONFIG_INVALID` for a key or address that cannot be
 * used.
 */
export function createGhost(options: GhostOptions): Publisher {
  const connection = connect(options);
  const { identity } = connection;
  const posts = `${identity.baseUrl}/ghost/api/admin/posts/`;
  const send = (request: ContentRequest, signal: AbortSignal) =>
    sendJson(connection, request, signal);
  const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

  const system: ContentSystem = {
    name: 'ghost',
    identity,
    apiUrl: posts,
    openStatuses: new Set(['draft']),
    slugsOf: (slug) => ({ first: ghostSlug(slug), second: `${ghostSlug(slug)}-2` }),

    // Slugs hold letters of ASCII, digits and hyphens only: nothing that a filter could take for a sign of its own.
    async find(slugs, signal) {
      const filter = `slug:[${slugs.map((slug) => `'${slug}'`).join(',')}]`;
      const url = `${posts}?${query({ filter, fields: GHOST_FIELDS })}`;
      return readGhostPosts(await send({ method: 'GET', url }, signal), identity);
    },

    async create(draft, signal) {
      const post = { ...contentOf(draft), slug: ghostSlug(draft.slug), status: 'draft' };
      const url = `${posts}?${query({ source: 'html' })}`;
      const answer = await send({ method: 'POST', url, body: { posts: [post] } }, signal);
      return readGhostPost(answer, identity);
    },

    async update({ id, version }, draft, signal) {
      const post = { ...contentOf(draft), updated_at: version };
      const url = `${posts}${id}/?${query({ source: 'html' })}`;
      const answer = await send({ method: 'PUT', url, body: { posts: [post] } }, signal);
      return readGhostPost(answer, identity);
    },

    // What Ghost tells of the site it tells everybody; only a list of posts takes the key.
    async checkAccess(signal) {
      const url = `${posts}?${query({ limit: '1', fields: GHOST_FIELDS })}`;
      readGhostPosts(await send({ method: 'GET', url }, signal), identity);
      return { message: 'answers, and takes the key' };
    },
  };
  return createPublisher(system, options);
}

function contentOf({ title, html, description }: Draft) {
  return {
    title: cutText(title, LONGEST.title),
    html,
    custom_excerpt: cutText(description, LONGEST.excerpt),
    meta_description: cutText(description, LONGEST.description),
  };
}

function connect(options: GhostOptions): ContentConnection {
  const { idleTimeoutMs = 30_000, now = () => new Date() } = options;
  const baseUrl = readSite(options.url, 'GHOST_URL', /\/ghost(?:\/.*)?$/);
  const key = readGhostKey(options.adminKey);
  const identity: ProviderIdentity = {
    label: 'Ghost',
    keyVariable: GHOST_KEY_VARIABLE,
    baseUrlVariable: 'GHOST_URL',
    addressRemedy: 'check that GHOST_URL is the address of the site itself',
    baseUrl,
    keys: [`${key.id}:${key.secret}`, key.secret],
  };
  return {
    identity,
    idleTimeoutMs,
    headers: () => ({
      authorization: `Ghost ${ghostToken(key, now())}`,
      'accept-version': API_VERSION,
    }),
    readError: readGhostError,
    judge: (status, words) => judgeGhost(status, words, identity),
  };
}
