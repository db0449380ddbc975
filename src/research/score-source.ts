import type { SourceScore } from '../core/dossier.ts';
import type { PrimarySign } from './find-primary.ts';
import { scoreAuthority, type AuthoritySigns } from './score-authority.ts';
import { asksForToday, scoreFreshness } from './score-freshness.ts';

/** What each part of a rank weighs; together 1. */
export const SOURCE_WEIGHTS = {
  relevance: 0.55,
  authority: 0.15,
  freshness: 0.1,
  diversity: 0.2,
} as const;

/** The same where the keyword asks for what holds today. */
export const SOURCE_WEIGHTS_TODAY = { ...SOURCE_WEIGHTS, relevance: 0.45, freshness: 0.2 } as const;

/** All parts of a rank but diversity, which depends on what was chosen before. */
export interface SourceJudgement extends Omit<SourceScore, 'diversity' | 'explanation'> {
  /** Explanations of relevance, authority and freshness. */
  reasons: readonly string[];
}

export interface JudgeOptions {
  keyword: string;
  /** How many questions there are, and how many of them the source's passages match. */
  questions: { all: number; matched: number };
  /** Score of its best passage, 0 to 1. */
  relevance: number;
  /** Milliseconds since 1970. */
  now: number;
  /** Where it is the one that others have it from. */
  primary?: PrimarySign | undefined;
}

/** Judges one source by itself. */
export function judgeSource(source: AuthoritySigns, options: JudgeOptions): SourceJudgement {
  const { questions, relevance } = options;
  const authority = scoreAuthority(source, options.primary);
  const freshness = scoreFreshness(source.publishedAt, options);
  const count = `${questions.matched} of ${questions.all} question${questions.all === 1 ? '' : 's'}`;
  return {
    relevance: rounded(relevance),
    authority: rounded(authority.score),
    freshness: rounded(freshness.score),
    reasons: [`Matches ${count}`, authority.reason, freshness.reason],
  };
}

/** 1 for the first source of an owner, ¼ for the second, a ninth for the third. */
export function scoreDiversity(earlier: number): number {
  return rounded(1 / (earlier + 1) ** 2);
}

/** The rank of a source, 0 to 1: the weighted sum of its parts. */
export function rankSource(
  parts: Pick<SourceScore, 'relevance' | 'authority' | 'freshness' | 'diversity'>,
  keyword: string,
): number {
  const weights = asksForToday(keyword) ? SOURCE_WEIGHTS_TODAY : SOURCE_WEIGHTS;
  return rounded(
    weights.relevance * parts.relevance +
      weights.authority * parts.authority +
      weights.freshness * parts.freshness +
      weights.diversity * parts.diversity,
  );
}

/** What is told of a source beside its parts. */
export interface SourceFacts {
  /** How many sources of the same voice are in already. */
  earlier: number;
  /** Whose voice it is. */
  owner: 'host or author' | 'author' | undefined;
  /** By the user. */
  isNamed: boolean;
}

/** The parts of a rank with one sentence that says how they came about. */
export function explainScore(
  { reasons, ...parts }: SourceJudgement,
  { earlier, owner, isNamed }: SourceFacts,
): SourceScore {
  const place = earlier === 0 ? 'first' : `number ${earlier + 1}`;
  const all = [
    ...reasons,
    ...(owner === undefined ? [] : [`${place} of its ${owner}`]),
    ...(isNamed ? ['named by you, so always in'] : []),
  ];
  return { ...parts, diversity: scoreDiversity(earlier), explanation: `${all.join('; ')}.` };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
