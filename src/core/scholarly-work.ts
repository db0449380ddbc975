/** A work of scholarship as catalogues know it: what stands in a reference to it. Data from outside, cleaned. */
export interface ScholarlyWork {
  /** Its number at OpenAlex: `W2741809807`. */
  id: string;
  /** Without resolver, in lower case: `10.7717/peerj.4375`. */
  doi?: string;
  /** As OpenAlex tells it: `article`, `book`, `book-chapter`, `dataset`, `dissertation`, `preprint`, `report`, … */
  type: string;
  /** Whole names in the order of the title page; empty where none is told. */
  authors: readonly string[];
  year?: number;
  /** Journal, proceedings, repository or book series. */
  venue?: string;
  volume?: string;
  issue?: string;
  firstPage?: string;
  lastPage?: string;
  publisher?: string;
  /** Works that cite it. */
  citedBy: number;
  /** Where everybody may read it. */
  openAccessUrl?: string;
}
