import type { ProviderIdentity } from './provider-identity.ts';
import type { AccessReport, Draft, Publisher } from './publisher.ts';

/** A post as a content system knows it. */
export interface StoredPost {
  id: string;
  slug: string;
  /** In the system's own words: `draft`, `publish`, `scheduled`. */
  status: string;
  title: string;
  /** Where readers find it once it is published. */
  pageUrl: string;
  /** Where editors change it. */
  editUrl: string;
  /** The version that a change must be made to, for systems that ask for it. */
  version?: string;
}

/** One content system in terms that all share. Each function makes one request and throws an `AppError`. */
export interface ContentSystem {
  name: Publisher['name'];
  identity: ProviderIdentity;
  /** Where its requests go, for people. */
  apiUrl: string;
  /** What nobody has published yet. */
  openStatuses: ReadonlySet<string>;
  /** The slug as the system writes it, and the one that it gives to a second post of that name. */
  slugsOf: (slug: string) => { first: string; second: string };
  find: (slugs: readonly string[], signal: AbortSignal) => Promise<StoredPost[]>;
  create: (draft: Draft, signal: AbortSignal) => Promise<StoredPost>;
  /** Leaves slug and status as they are. Fails with the status 404 or 409 when the post has changed since it was read. */
  update: (post: StoredPost, draft: Draft, signal: AbortSignal) => Promise<StoredPost>;
  checkAccess: (signal: AbortSignal) => Promise<AccessReport>;
}
