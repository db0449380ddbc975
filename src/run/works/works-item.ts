import type { RunItem } from '../../core/run-item.ts';

/** A batch of identifiers whose works are fetched together; a search without identifiers is one batch. */
export interface WorksItem extends RunItem {
  /** `author.id:A1|A2`; absent for a search without identifiers. */
  filter?: string;
  /** In their normal form. */
  ids: readonly string[];
}
