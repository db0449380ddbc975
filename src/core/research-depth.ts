/** How far the research of a keyword goes. */
export type ResearchDepth = 'quick' | 'standard' | 'deep';

/** The cheapest research that still asks a question. */
export const QUICK_BOUNDS = {
  /** Beside the keyword. */
  questions: 1,
  /** Of one search. */
  results: 3,
} as const;

/** What deep research of one keyword does at most beyond the usual two rounds. */
export const DEEP_BOUNDS = {
  rounds: 3,
  /** Questions of all these rounds together; each is searched in every place of the research. */
  questions: 8,
  /** Questions of one round: what it finds decides what the next one asks. */
  questionsOfRound: 4,
  /** Pages that are read whole, where a search told a few lines of them. */
  pages: 5,
  pagesOfRound: 3,
} as const;
