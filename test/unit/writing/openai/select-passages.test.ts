import { describe, expect, it } from 'vitest';
import type { Source } from '../../../../src/core/dossier.ts';
import { digestSource } from '../../../../src/writing/openai/digest-source.ts';
import { selectPassages } from '../../../../src/writing/openai/select-passages.ts';
import { dossier } from './scripted-model.ts';

const template = dossier.sources[0] as Source;

/** A source whose passages are given as texts, or as texts with a score and a heading. */
function source(id: string, ...texts: (string | [string, number, string?])[]): Source {
  return {
    ...template,
    id,
    passages: texts.map((entry, index) => {
      const [text, score, heading] = typeof entry === 'string' ? [entry, 0.5] : entry;
      const named = heading === undefined ? {} : { heading };
      return {
        id: `${id}p${index + 1}`,
        start: index * 1000,
        end: index * 1000 + 10,
        text,
        score,
        ...named,
      };
    }),
  };
}

const idsOf = (sources: readonly Source[]) =>
  sources.flatMap(({ passages }) => passages.map(({ id }) => id));

const RATS = 'Meat and bones attract rats to the heap at night.';
const AIR = 'Turning lets air into the heap.';
const LEAVES = 'Leaves rot slowly without grass.';

describe('the passages for a part', () => {
  it('are those that say most about it, in the order of their sources', () => {
    const sources = [source('s1', LEAVES, RATS), source('s2', AIR)];
    const chosen = selectPassages(sources, {
      about: 'What attracts rats',
      language: 'en',
      budget: 22,
    });
    expect(idsOf(chosen)).toEqual(['s1p2', 's2p1']);
  });

  it('give each source its best before any source its second', () => {
    const sources = [source('s1', [RATS, 1], [`${RATS} Rats.`, 1]), source('s2', [LEAVES, 0])];
    const chosen = selectPassages(sources, { about: 'rats', language: 'en', budget: 25 });
    expect(idsOf(chosen)).toEqual(['s1p1', 's2p1']);
  });

  it('are all there when there is room, in reading order', () => {
    const sources = [source('s1', LEAVES, [RATS, 1], AIR)];
    const chosen = selectPassages(sources, { about: 'rats', language: 'en', budget: 1000 });
    expect(idsOf(chosen)).toEqual(['s1p1', 's1p2', 's1p3']);
  });

  it('are one at least, however long it is', () => {
    const sources = [source('s1', `${RATS} `.repeat(100)), source('s2', `${AIR} `.repeat(100))];
    const chosen = selectPassages(sources, { about: 'rats', language: 'en', budget: 10 });
    expect(idsOf(chosen)).toEqual(['s1p1']);
    expect(chosen.map(({ id }) => id)).toEqual(['s1']);
  });

  it('count what their heading says', () => {
    const sources = [source('s1', [AIR, 0.5], [LEAVES, 0.5, 'Rats and other guests'])];
    const chosen = selectPassages(sources, { about: 'rats', language: 'en', budget: 9 });
    expect(idsOf(chosen)).toEqual(['s1p2']);
  });

  it('are none of none', () => {
    expect(selectPassages([], { about: 'rats', language: 'en', budget: 9 })).toEqual([]);
  });
});

describe('the digest of a source', () => {
  it('has its headings once, and the beginnings of its best passages in reading order', () => {
    const digest = digestSource(
      source(
        's1',
        [LEAVES, 0.2, 'Slow'],
        [AIR, 0.9, 'Air'],
        [RATS, 0.8, 'Air'],
        ['Ash is fine.', 0.7],
      ),
      200,
    );
    expect(digest.split('\n')).toEqual(['Headings: Slow · Air', AIR, RATS, 'Ash is fine.']);
  });

  it('keeps to its tokens with passages of any length', () => {
    const digest = digestSource(source('s1', 'word '.repeat(2000), 'long '.repeat(2000)), 100);
    expect(digest.length).toBeLessThanOrEqual(100 * 4 + 2);
    expect(digest.split('\n')).toHaveLength(2);
  });
});
