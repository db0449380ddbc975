import { AppError } from '../core/errors.ts';
import type { Publication } from '../core/publication.ts';
import type { ContentSystem, StoredPost } from './content-system.ts';
import type { Draft } from './publisher.ts';

/** What changed in between is read again once; then whoever is editing should get some time. */
const ROUNDS = 2;

/**
 * Looks for the draft by its slug, then makes it or brings it up to date. Every try begins with the look: after a
 * request whose answer was lost, the draft may be there already.
 */
export async function putDraft(
  system: ContentSystem,
  draft: Draft,
  signal: AbortSignal,
): Promise<Publication> {
  const { first, second } = system.slugsOf(draft.slug);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const posts = await system.find([first, second], signal);
    const found = pickPost(posts, draft, system);
    if (found === undefined) {
      const made = await system.create(draft, signal);
      return { ...published(made, system, first), isNew: true };
    }
    if (!system.openStatuses.has(found.status)) return leftAlone(found, system);
    const changed = await unlessGone(system.update(found, draft, signal));
    if (changed !== undefined) return { ...published(changed, system, first), isNew: false };
  }
  const { label } = system.identity;
  throw new AppError(
    'PROVIDER_UNAVAILABLE',
    `The draft ${first} at ${label} changes all the time: somebody seems to be editing it.`,
    { retryable: true, suggestions: ['Close it in the editor and try again.'] },
  );
}

/**
 * The post of this slug. Where a page or a post that nobody sees has the slug, the draft of an earlier time has the
 * next one, and the same title: another article of that slug has another.
 */
function pickPost(
  posts: readonly StoredPost[],
  { slug, title }: Draft,
  { slugsOf, openStatuses }: ContentSystem,
): StoredPost | undefined {
  const { first, second } = slugsOf(slug);
  const isOlderDraft = (post: StoredPost) =>
    post.slug === second &&
    openStatuses.has(post.status) &&
    lettersOf(post.title) === lettersOf(title);
  return posts.find((post) => post.slug === first) ?? posts.find(isOlderDraft);
}

/** Systems tell titles with marks of their own: other quotation marks and dashes, and characters as entities. */
function lettersOf(title: string): string {
  return title
    .slice(0, 1_000)
    .replaceAll(/&#?\w{1,10};/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

function published(
  post: StoredPost,
  { name, identity, openStatuses }: ContentSystem,
  wanted: string,
): Omit<Publication, 'isNew'> {
  const notes = [
    ...(post.slug === wanted
      ? []
      : [`${identity.label} gave it the slug ${post.slug}, because ${wanted} is taken.`]),
    ...(openStatuses.has(post.status)
      ? []
      : [`At ${identity.label} it is no draft (${post.status}): look at it.`]),
  ];
  return {
    target: name,
    url: post.editUrl,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  };
}

function leftAlone(post: StoredPost, { name, identity }: ContentSystem): Publication {
  return {
    target: name,
    url: post.pageUrl,
    isNew: false,
    note: `${identity.label} has a post ${post.slug} that is no draft any more (${post.status}), so it was left alone.`,
  };
}

/** Undefined when the post was deleted or saved by somebody else since it was read. */
async function unlessGone(update: Promise<StoredPost>): Promise<StoredPost | undefined> {
  try {
    return await update;
  } catch (error) {
    const isGone = error instanceof AppError && (error.status === 404 || error.status === 409);
    if (isGone) return undefined;
    throw error;
  }
}
