import type { ScholarlyWork } from '../scholarly-work.ts';

/** What a reference is made of. A dossier's `Source` is one; of a work alone, title and work do. */
export interface ReferenceEntry {
  title: string;
  work?: ScholarlyWork;
  /** Of a web page. */
  url?: string;
  /** Of a local document. */
  path?: string;
  /** One name or several, as a page tells them. */
  author?: string;
  /** ISO 8601, down to the year, the month or the day. */
  publishedAt?: string;
  /** When it was read, ISO 8601. */
  retrievedAt?: string;
}
