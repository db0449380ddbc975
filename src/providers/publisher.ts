import type { Publication } from '../core/publication.ts';
import type { CallScope } from './call.ts';

/** A finished article on its way to a content system. Texts are plain, without line breaks. */
export interface Draft {
  /** As its files are named: letters and digits of any script in lower case, parted by hyphens, at most 80 bytes. */
  slug: string;
  title: string;
  /** The meta description. */
  description: string;
  /** The body, as the system takes it. */
  html: string;
}

/** What a system says of the key. */
export interface AccessReport {
  /** Follows the system's name: `answers, and lets anna write`. */
  message: string;
  /** What would be better. */
  advice?: string;
}

/** A content system that takes drafts. */
export interface Publisher {
  readonly name: 'wordpress' | 'ghost';
  /** Address of the site. */
  readonly site: string;
  /**
   * Puts the article there as a draft, or brings its draft up to date. It is found by its slug, so that doing it again
   * makes no second one. A post that is published, scheduled or private is never touched.
   * @throws AppError `KEY_REJECTED`, `REQUEST_REJECTED`, or what else the system or the way to it failed with.
   */
  publish(draft: Draft, scope: CallScope): Promise<Publication>;
  /** Asks what the key may do; changes nothing. @throws AppError as `publish`. */
  checkAccess(scope: CallScope): Promise<AccessReport>;
}
