import type { TerminalStop } from './errors.ts';
import type { ErrorReport, ItemStatus, RunTotals } from './events.ts';
import type { PlacedLink } from './links/placed-link.ts';
import type { Publication } from './publication.ts';
import type { Usage } from './usage.ts';

/** How well an article is borne out by its sources. */
export interface SupportScore {
  /** Supported sentences over all that the writer delivered, after its revisions, 0 to 1. */
  score: number;
  /** Sentences that the writer delivered. */
  sentences: number;
  supported: number;
  partly: number;
  unsupported: number;
  contradicted: number;
  /** Of the unsupported and contradicted ones: taken out before publication. */
  removed: number;
}

/** One finding of the SEO checks. */
export interface SeoFinding {
  /** Stable: `title-length`. */
  rule: string;
  severity: 'error' | 'warning' | 'note';
  message: string;
  remedy: string;
  /** Line in the file, from 1, where it has one. */
  line?: number;
}

/** The fate of one item. */
export interface ItemOutcome {
  index: number;
  keyword: string;
  slug: string;
  status: ItemStatus;
  /** Paths of the files written, relative to the working directory where they lie below it. */
  files: readonly string[];
  title?: string;
  words?: number;
  support?: SupportScore;
  seo?: readonly SeoFinding[];
  /** What an editor should know: thin research, articles that compete with it. */
  notes?: readonly string[];
  published?: readonly Publication[];
  /** Slugs of the articles that it links to. */
  linksTo?: readonly string[];
  error?: ErrorReport;
  /** What its calls have consumed, those of earlier sessions of the run included. */
  usage: Usage;
  /** What it would have consumed beyond that without the answers and dossiers of other runs and keywords. */
  saved: Usage;
  /** Spent in its lane, over all sessions of the run. */
  milliseconds: number;
  /** After research only: what the writing would consume. */
  writing?: WritingEstimate;
}

/** An item's fate as the ledger keeps it. */
export interface KeptOutcome extends ItemOutcome {
  /** Where its article may link to others, once they are there. */
  linkCandidates?: readonly PlacedLink[];
}

/** How the articles of the output folder stand to each other, those of earlier runs included. */
export interface SiteSummary {
  articles: number;
  /** Links from articles of this run to others. */
  links: number;
  /** Slugs of articles that no other article links to. */
  orphans: readonly string[];
  /** Titles that more than one article has, with the slugs of these. */
  sameTitles: readonly { title: string; slugs: readonly string[] }[];
  /** Paths of the sitemap and index pages that were written. */
  files: readonly string[];
}

/** What the writing of one article would consume. */
export interface WritingEstimate {
  /** Writer calls. */
  calls: number;
  inputTokens: number;
  outputTokens: number;
}

/** What the writing of dossiers would consume. */
export interface Estimate extends WritingEstimate {
  /** US dollars; undefined when the model has no known price. */
  costUsd?: number;
  model?: string;
}

/** Why a run ended before its items did. */
export type StopReason = 'failure' | 'interrupt' | TerminalStop;

/** What a run came to: the one document of `--json` and the base of every closing summary. */
export interface RunSummary {
  run: string;
  command: string;
  /** When the run was begun, ISO 8601. */
  createdAt: string;
  /** Research only: the items end with their dossiers. */
  dryRun: boolean;
  /** The error that stopped the run in both modes, where one did. */
  stopError?: ErrorReport;
  stoppedBy?: StopReason;
  outputDirectory: string;
  /** The file that all results are in, for commands that write one. */
  resultFile?: string;
  writer: string;
  research: readonly string[];
  /** In input order. */
  items: readonly ItemOutcome[];
  totals: RunTotals;
  /** Present once the articles of the run were linked. */
  site?: SiteSummary;
  /** Present for a run that added documents to the library: beside its items, how many stand as they were and how many went. */
  library?: { unchanged: number; removed: number };
  /** Present for a fetch of works: what it has combined. */
  works?: {
    /** Works, or groups where those were counted. */
    unique: number;
    /** Identifiers that were asked for; 0 for a search without. */
    ids: number;
    /** What an editor should know of the whole. */
    notes: readonly string[];
  };
  /** Present for a dry run. */
  estimate?: Estimate;
  /** US dollars that the run may spend, where a limit was set. */
  maxCostUsd?: number;
  exitCode: number;
}
