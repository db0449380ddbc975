import * as fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { queryTerms } from '../../../src/library/query-terms.ts';

const expressions = (query: string, languages: string[] = []): string[] =>
  queryTerms(query, languages)
    .filter((term) => !term.isPhrase)
    .map((term) => term.expression);

describe('queryTerms', () => {
  it('takes the words that name a topic, each once in any of its forms', () => {
    expect(expressions('What are the costs of a heat pump? Heat pumps cost…')).toEqual([
      '"costs"',
      '"heat"',
      '"pump"',
    ]);
  });

  it('adds words that stand side by side as phrases', () => {
    const phrases = queryTerms('heat pump for the house', []).filter((term) => term.isPhrase);
    expect(phrases.map((term) => term.expression)).toEqual(['"heat pump"']);
  });

  it('finds compounds written with and without a hyphen', () => {
    expect(expressions('e-bike')).toEqual(['("e-bike" OR "ebike")']);
  });

  it('gives words of any question less weight', () => {
    const terms = queryTerms('how long does compost take', []);
    expect(terms.filter((term) => term.isSpecific).map((term) => term.expression)).toEqual([
      '"compost"',
    ]);
  });

  it('takes numbers and words of any question for no topic', () => {
    const topics = (query: string): string[] =>
      queryTerms(query, [])
        .filter((term) => term.isSpecific)
        .map((term) => term.expression);
    expect(topics('7 3.5 2026 two years: facts and figures, common mistakes')).toEqual([]);
    expect(topics('first week')).toEqual(['"first week"']);
    expect(topics('compost 7')).toEqual(['"compost"']);
  });

  it('makes phrases of characters for scripts without spaces, without particles', () => {
    expect(expressions('热泵的成本')).toEqual(['"热  泵"', '"成  本"']);
    expect(expressions('히트펌프 비용')).toEqual(['"히트펌프" *', '"비용" *']);
  });

  it('leaves out the function words of the library’s languages', () => {
    expect(expressions('wie lange hält der akku', ['de'])).toEqual(['"lange"', '"hält"', '"akku"']);
  });

  it.each(['', '   ', '🔥', '" * ( ) ^ - :', 'how to', 'the of and'])(
    'finds no term in %j',
    (query) => {
      expect(queryTerms(query, [])).toEqual([]);
    },
  );

  it('bounds the number of terms', () => {
    const query = Array.from({ length: 500 }, (_, index) => `word${index}`).join(' ');
    expect(queryTerms(query, []).length).toBeLessThanOrEqual(32);
  });

  it('is a query that FTS5 understands, whatever the user wrote', () => {
    const database = new DatabaseSync(':memory:');
    database.exec(
      `CREATE VIRTUAL TABLE words USING fts5 (heading, body, tokenize = 'porter unicode61')`,
    );
    const find = database.prepare('SELECT rowid FROM words WHERE words MATCH ?');
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        "'",
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        ')',
        '*',
        '^',
        ':',
        '-',
        'heading:',
        '{',
        '}',
        '+',
        '热泵',
        '한국',
        '\u0000',
        ';--',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join(' ')),
        (query) => {
          for (const { expression } of queryTerms(query, ['de'])) {
            expect(() => find.all(`{heading body} : ${expression}`)).not.toThrow();
          }
        },
      ),
    );
    database.close();
  });
});
