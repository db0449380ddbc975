import { createHmac, timingSafeEqual } from 'node:crypto';
import { ghostError } from './ghost-errors.ts';
import type { LoopbackCall, RouteAnswer } from './loopback-types.ts';

export interface GhostPost {
  id: string;
  slug: string;
  status: string;
  title: string;
  html: string | null;
  custom_excerpt: string | null;
  meta_description: string | null;
  updated_at: string;
  /** Pages share the slugs of posts and are in no list of them. */
  isPage?: boolean;
}

export const TEST_GHOST_KEY = `0123456789abcdef01234567:${'fedcba9876543210'.repeat(4)}`;

const LIVES_SECONDS = 300;
const LONGEST = { title: 255, custom_excerpt: 300, meta_description: 500 };
const START = Date.parse('2026-11-05T10:00:00Z');

type Fields = Record<string, unknown>;

/** A Ghost with its posts in memory: signed tokens, collisions of versions, unique slugs and errors as the Admin API has them. */
export class GhostSite {
  /** Tests do to them what editors do; who changes one calls `touch` for it. */
  readonly posts: GhostPost[] = [];
  key = TEST_GHOST_KEY;
  /** Wall clock. */
  now: () => Date = () => new Date();
  #saves = 0;

  reset(): void {
    this.posts.length = 0;
    this.key = TEST_GHOST_KEY;
    this.now = () => new Date();
    this.#saves = 0;
  }

  /** A post that was there before, or that an editor makes. */
  add(post: Partial<GhostPost>): GhostPost {
    const made: GhostPost = {
      slug: '',
      status: 'draft',
      title: '',
      html: null,
      custom_excerpt: null,
      meta_description: null,
      ...post,
      id: (this.posts.length + 1).toString(16).padStart(24, 'a'),
      updated_at: this.#nextTime(),
    };
    this.posts.push(made);
    return made;
  }

  touch(post: GhostPost): void {
    post.updated_at = this.#nextTime();
  }

  refuse(authorization: string | undefined): RouteAnswer | undefined {
    const [, token] = /^Ghost (\S+)$/.exec(authorization ?? '') ?? [];
    if (token === undefined) {
      return ghostError(403, {
        message: 'Authorization failed',
        context:
          'Unable to determine the authenticated user or integration. Check the supplied credentials.',
      });
    }
    const invalid = (why: string) => ghostError(401, { message: `Invalid token: ${why}` });
    const [head = '', payload = '', signature = ''] = token.split('.');
    const { kid, alg } = decode(head);
    const [id, secret = ''] = this.key.split(':');
    if (kid !== id) {
      return ghostError(401, { message: 'Unknown Admin API Key', code: 'UNKNOWN_ADMIN_API_KEY' });
    }
    const wanted = createHmac('sha256', Buffer.from(secret, 'hex'))
      .update(`${head}.${payload}`)
      .digest();
    const given = Buffer.from(signature, 'base64url');
    if (alg !== 'HS256' || given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      return invalid('invalid signature');
    }
    const { aud, iat, exp } = decode(payload);
    const seconds = this.now().getTime() / 1000;
    if (!/^\/?(?:v\d+\/)?admin\/?$/.test(String(aud))) return invalid('jwt audience invalid');
    if (Number(exp) <= seconds) return invalid('jwt expired');
    return seconds - Number(iat) > LIVES_SECONDS ? invalid('maxAge exceeded') : undefined;
  }

  answer(call: LoopbackCall, url: URL): RouteAnswer {
    if (call.route === 'ghost-find') return this.#find(url.searchParams);
    const posts = (Object(call.body) as Fields)['posts'];
    const values = Array.isArray(posts) ? (Object(posts[0]) as Fields) : undefined;
    if (values === undefined) {
      return ghostError(400, {
        message: 'Validation failed for posts.',
        context: 'No posts given.',
      });
    }
    const problem = this.#problemOf(values, call.method === 'POST');
    if (problem !== undefined) return ghostError(422, { context: problem });
    const texts = textsOf(values, url.searchParams.get('source') === 'html');
    if (call.method === 'POST') {
      const { slug, status = 'draft' } = values as Partial<GhostPost>;
      const base = safeSlug(slug ?? String(values['title']));
      const post = this.add({ ...texts, status, slug: this.#unique(base) });
      return { status: 201, body: { posts: [shown(post)] } };
    }
    const [, id] = /\/posts\/([^/]+)\/$/.exec(url.pathname) ?? [];
    const post = this.posts.find((one) => one.id === id && one.isPage !== true);
    if (post === undefined) {
      return ghostError(404, {
        message: 'Resource not found error, cannot edit post.',
        context: 'Post not found.',
      });
    }
    if (values['updated_at'] !== post.updated_at) return ghostError(409);
    const { status } = values as Partial<GhostPost>;
    Object.assign(post, texts, status === undefined ? {} : { status });
    this.touch(post);
    return { status: 200, body: { posts: [shown(post)] } };
  }

  #find(query: URLSearchParams): RouteAnswer {
    const filter = query.get('filter');
    const [, list] = /^slug:\[((?:'[^']+',?)+)\]$/.exec(filter ?? '') ?? [];
    if (filter !== null && list === undefined) {
      return ghostError(400, { message: 'Error parsing filter', context: filter });
    }
    const slugs = list?.split(',').map((name) => name.slice(1, -1));
    const found = this.posts.filter(
      ({ slug, isPage }) => isPage !== true && (slugs === undefined || slugs.includes(slug)),
    );
    const limit = Number(query.get('limit') ?? 15);
    const fields = query.get('fields')?.split(',');
    const pagination = { page: 1, limit, pages: 1, total: found.length, next: null, prev: null };
    const posts = found
      .slice(0, limit)
      .map((post) =>
        Object.fromEntries(
          Object.entries(shown(post)).filter(([name]) => fields?.includes(name) ?? true),
        ),
      );
    return { status: 200, body: { posts, meta: { pagination } } };
  }

  #problemOf(values: Fields, isNew: boolean): string | undefined {
    if (isNew && typeof values['title'] !== 'string')
      return 'Value in [posts.title] cannot be blank.';
    const long = Object.entries(LONGEST).find(([name, most]) => lengthOf(values[name]) > most);
    return long && `Value in [posts.${long[0]}] exceeds maximum length of ${long[1]} characters.`;
  }

  #unique(slug: string): string {
    const isTaken = (name: string) => this.posts.some((post) => post.slug === name);
    if (!isTaken(slug)) return slug;
    let number = 2;
    while (isTaken(`${slug}-${number}`)) number += 1;
    return `${slug}-${number}`;
  }

  /** Every save has another version. */
  #nextTime(): string {
    this.#saves += 1;
    return new Date(START + this.#saves * 1000).toISOString();
  }
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

function textsOf(values: Fields, isHtml: boolean): Partial<GhostPost> {
  const names = ['title', 'custom_excerpt', 'meta_description', ...(isHtml ? ['html'] : [])];
  return Object.fromEntries(
    names.filter((name) => typeof values[name] === 'string').map((name) => [name, values[name]]),
  );
}

function shown({ isPage: _isPage, ...post }: GhostPost): Fields {
  const url =
    post.status === 'draft'
      ? `https://blog.example/p/${post.id}/`
      : `https://blog.example/${post.slug}/`;
  return { uuid: '11111111-2222-4333-8444-888888888888', ...post, url };
}

/** Other letters than those of ASCII are spelled out, here as `x`, which is as unforeseeable as the true way. */
function safeSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{ASCII}]+/gu, 'x')
    .replaceAll(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function decode(part: string): Fields {
  try {
    return Object(JSON.parse(Buffer.from(part, 'base64url').toString())) as Fields;
  } catch {
    return {};
  }
}
