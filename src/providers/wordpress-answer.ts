import type { StoredPost } from './content-system.ts';
import { httpError } from './http-error.ts';
import { jsonField } from '../core/json-field.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { webUrl } from '../core/web-url.ts';

/** The fields that are asked for: without the content, which plugins can make long. */
export const WORDPRESS_FIELDS = 'id,slug,status,link,title';

/** The posts of a list. @throws AppError `ANSWER_INVALID` when it is none. */
export function readWordPressPosts(body: unknown, identity: ProviderIdentity): StoredPost[] {
  if (!Array.isArray(body)) throw unusable('it is no list of posts', identity);
  return body.map((entry: unknown) => readWordPressPost(entry, identity));
}

/** One post. @throws AppError `ANSWER_INVALID` when it is none. */
export function readWordPressPost(body: unknown, identity: ProviderIdentity): StoredPost {
  const [id, slug, status, link, titles] = WORDPRESS_FIELDS.split(',').map((name) =>
    jsonField(body, name),
  );
  if (!Number.isSafeInteger(id) || !isName(slug) || !isName(status))
    throw unusable('it is no post', identity);
  const editUrl = `${identity.baseUrl}/wp-admin/post.php?post=${String(id)}&action=edit`;
  const title = jsonField(titles, 'rendered');
  return {
    id: String(id),
    slug,
    status,
    title: typeof title === 'string' ? title : '',
    pageUrl: webUrl(link) ?? editUrl,
    editUrl,
  };
}

/** WordPress has no longer ones. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200;
}

function unusable(problem: string, identity: ProviderIdentity) {
  return httpError({ kind: 'answer', problem, status: 200, retryable: true }, identity);
}
