import type { InternalLink } from '../article.ts';

/** A link and where it stands. */
export interface PlacedLink extends InternalLink {
  /** As `placedParagraphs` names it. */
  place: string;
  /** Number of the run in the paragraph, from 0. */
  run: number;
  /** How much of the target's keyword the words hold, 0 to 1. */
  fit: number;
}
