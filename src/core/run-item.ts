/** What a run works on: a keyword, a document, or a row of a table. */
export interface RunItem {
  /** Place in the input, from 0. */
  index: number;
  /** What people know it by: the keyword itself, the path of a document, `rows.csv:12`. */
  keyword: string;
  /** Name of its files, unique in the run; empty where it makes none. */
  slug: string;
  /** Higher first; 0 where nothing was said. */
  priority: number;
}
