import type { RunItem } from './run-item.ts';

/** One keyword of a run with what its row said about it. */
export interface KeywordItem {
  /** As the user wrote it, white space folded, control characters removed. */
  keyword: string;
  title?: string;
  audience?: string;
  tone?: string;
  /** What the writer is told beside the template's instructions. */
  instructions?: string;
  /** BCP 47 tag. */
  language?: string;
  /** Name or path of an article template. */
  template?: string;
  /** URLs or paths that are always read. */
  sources?: readonly string[];
  /** Keywords that the article serves beside its own, because they ask for the same. */
  alsoFor?: readonly string[];
  /** A keyword of another page that it competes with for the same searches. */
  competesWith?: string;
  /** The first keyword of its cluster, whose searches serve the whole cluster. */
  pool?: string;
  /** Higher first; 0 where nothing was said. */
  priority: number;
  /** The slug that the row asks for, before it is made safe and unique. */
  slug?: string;
  /** Unknown columns, for the front matter's `extra`. */
  extra: Readonly<Record<string, string>>;
}

/** Why a keyword cannot be worked on as its row asks. */
export interface KeywordProblem {
  /** Begins in lower case and has no full stop: it stands behind the place of the row. */
  message: string;
  /** What to do about it, one remedy an entry. */
  suggestions: readonly string[];
}

/** Looks at what a row asks for, without spending anything. */
export type KeywordCheck = (
  item: KeywordItem,
) => readonly KeywordProblem[] | Promise<readonly KeywordProblem[]>;

/** A keyword with its place in the input and the file name that is its alone. */
export interface PlannedItem extends KeywordItem, RunItem {
  /** Unique in the run; safe as a file name. */
  slug: string;
}
