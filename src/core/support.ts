/** How far the cited passages carry a statement. */
export type Verdict = 'supported' | 'partly' | 'unsupported' | 'contradicted';

/** What keeps a statement from being supported, the most telling fault first. */
export type SupportFault =
  | 'number'
  | 'unit'
  | 'date'
  | 'name'
  | 'negation'
  | 'direction'
  /** Something is told that no cited passage tells. */
  | 'detail'
  /** No cited passage speaks of it: the wrong source, or none. */
  | 'source';

/** The words of a source that a statement rests on; offsets as in `Passage`. */
export interface Evidence {
  sourceId: string;
  passageId: string;
  start: number;
  end: number;
  text: string;
}

/** What the check says of one claim. */
export interface ClaimSupport {
  claim: string;
  verdict: Verdict;
  /** How much of the claim the evidence holds, 0 to 1. */
  score: number;
  fault?: SupportFault;
  /** One sentence for an editor, such as `The source says 15, not 50.` */
  reason: string;
  /** The best words for it, or against it; absent where no cited passage is near. */
  evidence?: Evidence;
}

/** What the check says of one sentence: the worst of its claims. */
export interface SentenceSupport extends Omit<ClaimSupport, 'claim'> {
  /** Where it stands: `introduction.0`, `sections.2.paragraphs.1`, `faq.0.answer.0`, `conclusion.0`. */
  place: string;
  /** Number of the cited run in its paragraph, and of the sentence in its run, from 0. */
  run: number;
  sentence: number;
  text: string;
  claims: readonly ClaimSupport[];
}

/** How well an article is borne out by what it cites. */
export interface SupportReport {
  /** Supported sentences over all sentences, 0 to 1; 1 for an article without any. */
  score: number;
  counts: Readonly<Record<Verdict, number>>;
  /** In reading order. */
  sentences: readonly SentenceSupport[];
}
