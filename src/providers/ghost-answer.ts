import type { StoredPost } from './content-system.ts';
import { httpError } from './http-error.ts';
import { jsonField } from '../core/json-field.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { webUrl } from '../core/web-url.ts';

/** In UTF-16 code units; Ghost has no longer ones. */
const LONGEST_FIELD = 2_000;

export const GHOST_FIELDS = 'id,slug,status,title,url,updated_at';

/** The posts of an answer, `{"posts":[…]}`. @throws AppError `ANSWER_INVALID` when it is none. */
export function readGhostPosts(body: unknown, identity: ProviderIdentity): StoredPost[] {
  const posts = jsonField(body, 'posts');
  if (!Array.isArray(posts)) throw unusable('it is no list of posts', identity);
  return posts.map((entry: unknown) => readPost(entry, identity));
}

/** The one post that was written. @throws AppError `ANSWER_INVALID` when there is none. */
export function readGhostPost(body: unknown, identity: ProviderIdentity): StoredPost {
  const [post] = readGhostPosts(body, identity);
  if (post === undefined) throw unusable('it has no post', identity);
  return post;
}

function readPost(entry: unknown, identity: ProviderIdentity): StoredPost {
  const [id, slug, status, title, url, version] = GHOST_FIELDS.split(',').map((name) => {
    const value = jsonField(entry, name);
    return typeof value === 'string' && value.length <= LONGEST_FIELD ? value : '';
  });
  if (!id || !slug || !status || !version || !/^[\w-]+$/.test(id)) {
    throw unusable('it is no post', identity);
  }
  const editUrl = `${identity.baseUrl}/ghost/#/editor/post/${id}`;
  return {
    id,
    slug,
    status,
    title: title ?? '',
    pageUrl: webUrl(url) ?? editUrl,
    editUrl,
    version,
  };
}

function unusable(problem: string, identity: ProviderIdentity) {
  return httpError({ kind: 'answer', problem, status: 200, retryable: true }, identity);
}
