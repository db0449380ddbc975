import type { ClaimSupport, Evidence, Verdict } from '../support.ts';
import { alignClaim, type Alignment } from './align-claim.ts';
import { baseLanguage } from './base-language.ts';
import { preparePassage, type CitedPassage, type PreparedPassage } from './cited-passage.ts';
import { CLOSE } from './closeness.ts';
import { compareDirections } from './compare-directions.ts';
import { compareNames } from './compare-names.ts';
import { compareNegations } from './compare-negations.ts';
import { compareQuantities } from './compare-quantities.ts';
import { compareValues } from './compare-values.ts';
import type { Finding } from './finding.ts';
import { findVerbatim } from './find-verbatim.ts';
import { judgeMissing } from './judge-missing.ts';
import { findMissing } from './missing-terms.ts';
import { readClaim } from './read-claim.ts';

/** A claim is a clause or sentence; what is longer is no claim, and is not read. UTF-16 code units. */
const LONGEST_CLAIM = 4000;

/** Where the parts of a sentence meet. */
const PART = /[,;:] (?:(?:and|but|while|whereas|und|aber|et|mais|y|pero) )?/u;
const LEAST_TERMS = 3;

/**
 * Whether the cited passages bear out one claim. Lays it beside the sentence or the neighbouring sentences that hold
 * most of it, then compares numbers with units and dates, names, denials, directions, and the words that are left.
 * `language` is a BCP 47 tag. Never throws.
 */
export function checkClaim(
  claim: string,
  passages: readonly CitedPassage[],
  language: string,
): ClaimSupport {
  if (passages.length === 0)
    return {
      claim,
      verdict: 'unsupported',
      score: 0,
      fault: 'source',
      reason: 'No source is cited.',
    };
  if (claim.length > LONGEST_CLAIM)
    return {
      claim,
      verdict: 'unsupported',
      score: 0,
      fault: 'detail',
      reason: 'The sentence is too long to be checked.',
    };
  const base = baseLanguage(language);
  const prepared = passages.map((passage) => preparePassage(passage, language));
  const verbatim = findVerbatim(claim, prepared, base);
  if (verbatim !== undefined) {
    const evidence = quote(prepared, verbatim.passage, verbatim.start, verbatim.end);
    return {
      claim,
      verdict: 'supported',
      score: 1,
      reason: 'The source says so word for word.',
      ...evidence,
    };
  }
  return compare(claim, prepared, base);
}

function compare(
  claim: string,
  passages: readonly PreparedPassage[],
  language: string,
): ClaimSupport {
  const statement = readClaim(claim, language);
  const alignment = alignClaim(statement, passages);
  const evidence = evidenceOf(alignment);
  const missing = findMissing(statement, alignment);
  const off = judgeMissing(statement, missing, alignment);
  const held = Math.round((0.7 * missing.inPassages + 0.3 * missing.inWindow) * 100) / 100;
  if (off?.fault === 'source')
    return { claim, verdict: 'unsupported', score: Math.min(held, 0.3), ...off, ...evidence };
  const finding: Finding | undefined =
    compareQuantities(statement, alignment) ??
    compareNames(statement, alignment, language) ??
    compareNegations(statement, alignment) ??
    compareDirections(statement, alignment) ??
    compareValues(statement, alignment) ??
    compareParts(claim, passages, language);
  if (finding !== undefined) {
    const { fault, reason, isContradiction } = finding;
    const verdict: Verdict = isContradiction
      ? 'contradicted'
      : held >= 0.6
        ? 'partly'
        : 'unsupported';
    return {
      claim,
      verdict,
      score: Math.min(held, isContradiction ? 0.2 : 0.5),
      fault,
      reason,
      ...evidence,
    };
  }
  if (off !== undefined)
    return {
      claim,
      verdict: held >= 0.5 ? 'partly' : 'unsupported',
      score: Math.min(held, 0.8),
      ...off,
      ...evidence,
    };
  return {
    claim,
    verdict: 'supported',
    score: held,
    reason: 'The source says so in other words.',
    ...evidence,
  };
}

/**
 * A claim that joins two sentences of the source is laid beside one of them; its parts are looked at by themselves where
 * they are told in the source's own words.
 */
function compareParts(
  claim: string,
  passages: readonly PreparedPassage[],
  language: string,
): Finding | undefined {
  const parts = claim.split(PART);
  if (parts.length < 2) return undefined;
  for (const part of parts) {
    const statement = readClaim(part, language);
    if (statement.terms.length < LEAST_TERMS) continue;
    const alignment = alignClaim(statement, passages);
    if (alignment.closeness < CLOSE) continue;
    const finding =
      compareNegations(statement, alignment) ?? compareDirections(statement, alignment);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

function evidenceOf(alignment: Alignment): { evidence?: Evidence } {
  const first = alignment.statements[0];
  const last = alignment.statements.at(-1);
  if (first === undefined || last === undefined) return {};
  return quote(alignment.passages, alignment.passage, first.start, last.start + last.text.length);
}

function quote(
  passages: readonly PreparedPassage[],
  index: number,
  start: number,
  end: number,
): { evidence?: Evidence } {
  const passage = passages[index]?.passage;
  if (passage === undefined) return {};
  return {
    evidence: {
      sourceId: passage.sourceId,
      passageId: passage.passageId,
      start: passage.start + start,
      end: passage.start + end,
      text: passage.text.slice(start, end),
    },
  };
}
