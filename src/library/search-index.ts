import type { DatabaseSync } from 'node:sqlite';
import type { LibraryHit } from './library.ts';
import { loadHit } from './load-hit.ts';
import { pickSubject } from './pick-subject.ts';
import type { PassageCounts, TermPlaces } from './pick-subject.ts';
import { queryTerms } from './query-terms.ts';
import type { QueryTerm } from './query-terms.ts';

/** The documents that a search may find, out of all that the index holds. */
export interface SearchScope {
  passageCounts: PassageCounts;
  /** How many passages they have together. */
  passageCount: number;
  /** Their languages, whose function words are no terms. */
  languages: readonly string[];
}

/** BM25 weights of the columns title, heading and body. */
const COLUMN_WEIGHTS = '2.0, 3.0, 1.0';

/** How much a term counts for a passage when only the document's title has it. */
const TITLE_SHARE = 0.5;

/** Least coverage of the query's terms, by a document and by its best passage. */
const MIN_COVERAGE = 0.45;
const MIN_PASSAGE_COVERAGE = 0.4;

/** Least score as a share of the best document's: what is far behind it is about something else. */
const MIN_SHARE_OF_BEST = 0.38;

/** Passages of one document that a search gives at most. */
const MAX_PASSAGES = 20;

/**
 * Finds the documents on the query's subject and ranks them by how many of the query's terms they have, weighted half
 * by number and half by rarity (inverse document frequency), then by BM25 of their best passages as FTS5 computes it.
 */
export function searchIndex(
  database: DatabaseSync,
  query: string,
  scope: SearchScope,
  maxResults: number,
): LibraryHit[] {
  const terms = queryTerms(query, scope.languages);
  if (terms.length === 0) return [];
  const found = terms
    .map((term) => findTerm(database, term, scope))
    .filter((term) => !term.isPhrase || term.passages.size > 0);
  const subject = pickSubject(found, scope.passageCounts);
  if (subject === undefined) return [];
  const weighed = found.map((term, index) => ({ ...term, weight: subject.weights[index] ?? 0 }));
  const passages = scorePassages(weighed, bm25Ranks(database, terms)).filter(({ document }) =>
    subject.documents.has(document),
  );
  return scoreDocuments(weighed, passages)
    .slice(0, maxResults)
    .flatMap(
      ({ passages: own, ...document }) =>
        loadHit(database, { ...document, passages: own.slice(0, MAX_PASSAGES) }) ?? [],
    );
}

interface FoundTerm extends QueryTerm, TermPlaces {
  rarity: number;
}

function findTerm(database: DatabaseSync, term: QueryTerm, scope: SearchScope): FoundTerm {
  const find = pairsOf(
    database,
    `SELECT p.id, p.document_id FROM passages_fts f JOIN passages p ON p.id = f.rowid
     WHERE passages_fts MATCH ?`,
  );
  const inScope = (columns: string): (readonly [passage: number, document: number])[] =>
    find(`{${columns}} : ${term.expression}`).filter(([, document]) =>
      scope.passageCounts.has(document),
    );
  const passages = new Map(inScope('heading body'));
  const titles = new Set(inScope('title').map(([, document]) => document));
  const headings = new Set(inScope('heading').map(([, document]) => document));
  const frequency = Math.max(passages.size, titles.size);
  const rarity = Math.log(1 + (scope.passageCount - frequency + 0.5) / (frequency + 0.5));
  return { ...term, rarity: Math.max(rarity, 0.01), passages, titles, headings };
}

/** BM25 of every passage that has any of the terms, as a share of the best. */
function bm25Ranks(database: DatabaseSync, terms: readonly QueryTerm[]): Map<number, number> {
  const find = pairsOf(
    database,
    `SELECT rowid, -bm25(passages_fts, ${COLUMN_WEIGHTS}) FROM passages_fts WHERE passages_fts MATCH ?`,
  );
  const rows = find(terms.map(({ expression }) => expression).join(' OR '));
  const best = rows.reduce((highest, [, rank]) => Math.max(highest, rank), 0);
  return new Map(rows.map(([passage, rank]) => [passage, best > 0 ? rank / best : 0]));
}

/** A query for pairs of numbers; as arrays, because there may be tens of thousands. */
function pairsOf(database: DatabaseSync, sql: string): (match: string) => [number, number][] {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return (match) => statement.all(match) as unknown as [number, number][];
}

interface ScoredPassage {
  id: number;
  document: number;
  coverage: number;
  score: number;
}

function scorePassages(
  found: readonly FoundTerm[],
  ranks: ReadonlyMap<number, number>,
): ScoredPassage[] {
  const documents = new Map<number, number>();
  for (const { passages } of found) {
    for (const [passage, document] of passages) documents.set(passage, document);
  }
  return [...documents].map(([id, document]) => {
    const coverage = coverageOf(found, (term) => {
      if (term.passages.has(id)) return 1;
      return term.titles.has(document) ? TITLE_SHARE : 0;
    });
    return { id, document, coverage, score: coverage * (0.6 + 0.4 * (ranks.get(id) ?? 0)) };
  });
}

interface ScoredDocument {
  id: number;
  score: number;
  passages: readonly ScoredPassage[];
}

function scoreDocuments(
  found: readonly FoundTerm[],
  passages: readonly ScoredPassage[],
): ScoredDocument[] {
  const having = found.map(({ passages: hits, titles }) => new Set([...hits.values(), ...titles]));
  const scored: ScoredDocument[] = [];
  for (const [id, own] of Map.groupBy(passages, ({ document }) => document)) {
    const ranked = own.toSorted((left, right) => right.score - left.score || left.id - right.id);
    const whole = coverageOf(found, (_, index) => (having[index]?.has(id) === true ? 1 : 0));
    const best = Math.max(...own.map((passage) => passage.coverage));
    if (whole < MIN_COVERAGE || best < MIN_PASSAGE_COVERAGE) continue;
    const top = ranked.slice(0, 3).map((passage) => passage.score);
    const average = top.reduce((sum, score) => sum + score, 0) / 3;
    // Steep in coverage: no document with a part of the terms passes one that has them all.
    const score = ((whole + best) / 2) ** 1.5 * (0.75 + 0.15 * (top[0] ?? 0) + 0.1 * average);
    scored.push({ id, score, passages: ranked });
  }
  const sorted = scored.toSorted((left, right) => right.score - left.score || left.id - right.id);
  return sorted.filter(({ score }) => score >= (sorted[0]?.score ?? 0) * MIN_SHARE_OF_BEST);
}

/** Share of the terms that are covered, 0 to 1: the mean of their share by number and by rarity. */
function coverageOf(
  found: readonly FoundTerm[],
  covered: (term: FoundTerm, index: number) => number,
): number {
  const sum = (value: (term: FoundTerm, index: number) => number): number =>
    found.reduce((total, term, index) => total + value(term, index), 0);
  const byNumber =
    sum((term, index) => term.weight * covered(term, index)) / sum((term) => term.weight);
  const byRarity =
    sum((term, index) => term.weight * term.rarity * covered(term, index)) /
    sum((term) => term.weight * term.rarity);
  return (byNumber + byRarity) / 2;
}
