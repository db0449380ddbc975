/** One section before it is written. */
export interface OutlineSection {
  heading: string;
  /** What the section has to say, one point an entry. */
  points: readonly string[];
  /** Ids of the sources it is to rest on. */
  sourceIds: readonly string[];
}

/** The plan of an article: made before its sections, which are then written at the same time. */
export interface Outline {
  sections: readonly OutlineSection[];
  /** Questions that no section answers, each with the sources that do. */
  faq: readonly { question: string; sourceIds: readonly string[] }[];
}
