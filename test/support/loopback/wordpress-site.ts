import type { LoopbackCall, RouteAnswer } from './loopback-types.ts';
import { forbiddenStatus, wordpressError } from './wordpress-errors.ts';

export interface WordPressPost {
  id: number;
  slug: string;
  status: string;
  title: string;
  content: string;
  excerpt: string;
  /** Another user's draft, which this one may not see. */
  isHidden?: boolean;
}

export interface WordPressRules {
  user: string;
  /** The application password without its blanks. */
  password: string;
  /** Passwords are switched off: whoever comes is nobody. */
  isBlind?: boolean;
  capabilities: Readonly<Record<string, boolean>>;
}

export const TEST_WORDPRESS_PASSWORD = 'AbCd1234EfGh5678IjKl9012';

const RULES: WordPressRules = {
  user: 'anna',
  password: TEST_WORDPRESS_PASSWORD,
  capabilities: { edit_posts: true, edit_others_posts: true },
};
const STATUSES = new Set(['publish', 'future', 'draft', 'pending', 'private']);
const LONGEST_SLUG = 200;

/** A WordPress with its posts in memory: passwords, rights, unique slugs and errors as `wp/v2` has them. */
export class WordPressSite {
  /** Tests do to them what editors do. */
  readonly posts: WordPressPost[] = [];
  rules: WordPressRules = RULES;
  #nextId = 11;

  reset(): void {
    this.posts.length = 0;
    this.rules = RULES;
    this.#nextId = 11;
  }

  /** A post that was there before, or that an editor makes. */
  add(post: Partial<WordPressPost>): WordPressPost {
    const made = { slug: '', status: 'draft', title: '', content: '', excerpt: '', ...post };
    const complete = { ...made, id: this.#nextId };
    this.#nextId += 1;
    this.posts.push(complete);
    return complete;
  }

  /** The answer to who is not let in at all. Nobody is let in as a visitor. */
  refuse(authorization: string | undefined): RouteAnswer | undefined {
    if (authorization === undefined || this.rules.isBlind === true) return undefined;
    const [, encoded = ''] = /^Basic (.*)$/.exec(authorization) ?? [];
    const [user, password = ''] = Buffer.from(encoded, 'base64').toString().split(':');
    if (user !== this.rules.user) {
      const message = '<strong>Error:</strong> Unknown username. Check again or try your email.';
      return wordpressError(401, 'invalid_username', message);
    }
    return password.replaceAll(/[^a-z\d]/gi, '') === this.rules.password
      ? undefined
      : wordpressError(401);
  }

  answer(call: LoopbackCall, url: URL, authorization: string | undefined): RouteAnswer {
    const isVisitor = authorization === undefined || this.rules.isBlind === true;
    const fields = url.searchParams.get('_fields')?.split(',');
    const [, id] = /\/posts\/(\d+)$/.exec(url.pathname) ?? [];
    switch (call.route) {
      case 'wordpress-user':
        return isVisitor
          ? wordpressError(401, 'rest_not_logged_in', 'You are not currently logged in.')
          : { status: 200, body: this.#user() };
      case 'wordpress-find':
        return isVisitor ? forbiddenStatus() : this.#find(url.searchParams, fields);
      default:
        if (isVisitor || this.rules.capabilities['edit_posts'] !== true) {
          return wordpressError(isVisitor ? 401 : 403, 'rest_cannot_create');
        }
        return this.#write(id, call.body, fields);
    }
  }

  #user() {
    const { user, capabilities } = this.rules;
    return { id: 1, name: 'Anna Smith', slug: user, capabilities };
  }

  #find(query: URLSearchParams, fields: readonly string[] | undefined): RouteAnswer {
    const status = query.get('status') ?? 'publish';
    if (status !== 'any' && !STATUSES.has(status)) return wordpressError(400);
    const slugs = query.get('slug')?.split(',').map(sanitizeSlug);
    const found = this.posts.filter(
      (post) =>
        post.isHidden !== true &&
        (status === 'any' || post.status === status) &&
        (slugs === undefined || slugs.includes(post.slug)),
    );
    const perPage = Number(query.get('per_page') ?? 10);
    return {
      status: 200,
      headers: {
        'x-wp-total': String(found.length),
        'x-wp-totalpages': String(Math.ceil(found.length / perPage)),
      },
      body: found.slice(0, perPage).map((post) => pick(this.#shown(post), fields)),
    };
  }

  #write(
    id: string | undefined,
    body: unknown,
    fields: readonly string[] | undefined,
  ): RouteAnswer {
    const values = Object(body) as Record<string, unknown>;
    const wrong = ['title', 'content', 'excerpt', 'slug', 'status'].find(
      (name) => values[name] !== undefined && typeof values[name] !== 'string',
    );
    if (wrong !== undefined) {
      return wordpressError(400, 'rest_invalid_param', `Invalid parameter(s): ${wrong}`, {
        params: { [wrong]: `${wrong} is not of type string.` },
      });
    }
    const { status = 'draft', slug = '', ...texts } = values as Partial<WordPressPost>;
    if (id !== undefined) {
      const post = this.posts.find((one) => one.id === Number(id));
      if (post === undefined) {
        return wordpressError(404, 'rest_post_invalid_id', 'Invalid post ID.');
      }
      Object.assign(post, texts, values['status'] === undefined ? {} : { status });
      return { status: 200, body: pick(this.#shown(post), fields) };
    }
    if (!texts.title && !texts.content && !texts.excerpt) {
      return wordpressError(400, 'empty_content', 'Content, title, and excerpt are empty.');
    }
    const post = this.add({ ...texts, status, slug: this.#unique(sanitizeSlug(slug)) });
    return { status: 201, body: pick(this.#shown(post), fields) };
  }

  #unique(slug: string): string {
    const isTaken = (name: string) => this.posts.some((post) => post.slug === name);
    if (slug === '' || !isTaken(slug)) return slug;
    let number = 2;
    while (isTaken(`${slug}-${number}`)) number += 1;
    return `${slug}-${number}`;
  }

  #shown({ id, slug, status, title, content, excerpt }: WordPressPost): Record<string, unknown> {
    const link =
      status === 'publish' ? `https://site.example/${slug}/` : `https://site.example/?p=${id}`;
    return {
      id,
      slug,
      status,
      type: 'post',
      link,
      title: { rendered: title.replaceAll('&', '&#038;').replaceAll("'", '&#8217;') },
      content: { rendered: content, protected: false },
      excerpt: { rendered: `<p>${excerpt}</p>\n`, protected: false },
    };
  }
}

/** As WordPress stores slugs: lower case, percent-encoded but for ASCII, at most 200 characters, encoded ones whole. */
function sanitizeSlug(slug: string): string {
  let encoded = '';
  for (const character of decodeURIComponent(slug).toLowerCase()) {
    const next = /[\w-]/.test(character)
      ? character
      : encodeURIComponent(character)
          .toLowerCase()
          .replaceAll(/[^%a-z\d]/g, '');
    if (encoded.length + next.length > LONGEST_SLUG) break;
    encoded += next;
  }
  return encoded.replaceAll(/^-+|-+$/g, '');
}

function pick(post: Record<string, unknown>, fields: readonly string[] | undefined): unknown {
  if (fields === undefined) return post;
  return Object.fromEntries(Object.entries(post).filter(([name]) => fields.includes(name)));
}
