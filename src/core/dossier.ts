import type { ScholarlyWork } from './scholarly-work.ts';
import type { Usage } from './usage.ts';

/** A run of a source's text. Offsets count UTF-16 code units in the text whose SHA-256 the source names. */
export interface Passage {
  /** Unique in the dossier: `s2p1`. */
  id: string;
  start: number;
  /** Exclusive; `text === sourceText.slice(start, end)`. */
  end: number;
  text: string;
  /** The nearest heading above, where there is one. */
  heading?: string;
  /** Number of the page that it begins on, from 1, in a document that has pages. */
  page?: number;
  /** Relevance to the keyword and its questions, 0 to 1. */
  score: number;
}

/** A web page or document that the research found, with the passages that matter. */
export interface Source {
  /** Unique in the dossier: `s1`, `s2`, … in order of rank. */
  id: string;
  title: string;
  /** Where it is: exactly one of `url` and `path`. */
  url?: string;
  path?: string;
  author?: string;
  /** Present for works of scholarship: what a reference to it says. */
  work?: ScholarlyWork;
  /** Date of publication, ISO 8601, where the source tells it. */
  publishedAt?: string;
  /** When it was read, ISO 8601. */
  retrievedAt: string;
  /** SHA-256 of the text that the offsets count in, as hex. */
  sha256: string;
  /** Which research provider found it. */
  provider: string;
  /** Rank, 0 to 1. */
  score: number;
  /** What the rank is made of, and why, for an editor. */
  why?: SourceScore;
  passages: readonly Passage[];
}

/** The parts of a source's rank, 0 to 1 each. */
export interface SourceScore {
  relevance: number;
  /** Signals of authority: kind of host, named author, references. */
  authority: number;
  /** By the date of publication; 0.5 where there is none. */
  freshness: number;
  /** 1 for the first source of a host; less for each further one. */
  diversity: number;
  /** One sentence, such as `Matches 5 of 6 questions; a public authority; 3 months old; first of its host.` */
  explanation: string;
}

/** A question of readers that pages take up, found by the research. */
export interface ReaderQuestion {
  question: string;
  /** How many sources that do not depend on each other ask it. */
  voices: number;
  /** Addresses or paths of the first few that ask it. */
  seenAt: readonly string[];
  /** Those of them that are among the dossier's sources. */
  sourceIds?: readonly string[];
  /** True for the one that the second round of research has searched; it is among `questions` too. */
  searched?: boolean;
}

/** One side of a contradiction: a sentence of a passage, as it stands there. */
export interface ContradictingPassage {
  sourceId: string;
  passageId: string;
  text: string;
  /** What it says against the other side: its figure or date, or the sentence itself. */
  says: string;
}

/** Two sources that do not depend on each other and cannot both be right. */
export interface Contradiction {
  /** The words that both sides have. */
  about: string;
  kind: 'figure' | 'date' | 'negation' | 'direction';
  passages: readonly [ContradictingPassage, ContradictingPassage];
}

/** One round of deep research. */
export interface ResearchRound {
  /** What was searched in it. */
  questions: readonly string[];
  /** Pages and documents that no earlier round had found. */
  newSources: number;
}

/** All that the research of one keyword found; written to `research/<slug>.json`. */
export interface Dossier {
  version: 1;
  keyword: string;
  slug: string;
  /** All that was searched, in its order: the keyword, the derived questions, what later rounds have asked. */
  questions: readonly string[];
  /** What readers ask beside, most asked first: for outlines and FAQs. */
  readerQuestions?: readonly ReaderQuestion[];
  sources: readonly Source[];
  providers: readonly string[];
  /** Sources that do not depend on each other: different hosts or authors, and not the same text. */
  independentSources?: number;
  /** Where sources contradict each other, those of the best passages first; absent where none do. */
  contradictions?: readonly Contradiction[];
  /** Of deep research only, in their order. */
  rounds?: readonly ResearchRound[];
  /** What an editor should know: thin research, a source that was left out. */
  notes?: readonly string[];
  createdAt: string;
  usage: Usage;
}
