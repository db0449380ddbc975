import { Cite } from '@citation-js/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CitationKeys } from '../../../src/core/references/citation-keys.ts';
import { type CslJson, toCslJson } from '../../../src/core/references/csl-json.ts';
import { foldText } from '../../../src/core/fold-text.ts';
import { formatBibtex } from '../../../src/output/bibtex.ts';
import { ENTRIES, work } from '../core/references/entries.ts';

interface Parsed {
  'citation-key': string;
  type: string;
  title: string;
  author?: object[];
}

/** What a program that reads BibTeX makes of it; `formatBibtex` has loaded the plugin. Braces that keep capitals come as markup. */
function readBack(text: string): Parsed[] {
  const options = { forceType: '@biblatex/text' } as ConstructorParameters<typeof Cite>[1];
  const { data } = new Cite(text, options) as unknown as { data: Parsed[] };
  return data.map((entry) => ({
    ...entry,
    title: (entry.title ?? '').replaceAll(/<\/?span[^>]*>/gu, ''),
  }));
}

describe('formatBibtex', () => {
  it('writes every kind as the class that fits, and is read back as it was', async () => {
    const entries = Object.values(ENTRIES).map(toCslJson);
    const text = await formatBibtex(entries);
    expect(text.match(/^@\w+\{\w+/gmu)).toEqual([
      '@article{berg2019heat',
      '@article{piwowar2018state',
      '@book{king2019heat',
      '@incollection{berg2019heata',
      '@inproceedings{lovelace2019fast',
      '@misc{berg2019heatb',
      '@phdthesis{nordmann2019heat',
      '@techreport{world2019world',
      '@misc{berg2019heatc',
      '@misc{quill2024heat',
      '@misc{heat',
      '@misc{leafnotes',
    ]);
    expect(text).toContain(`@article{berg2019heat,
  author = {van der Berg, Jane Q. and Sartre, Jean-Paul},
  journal = {Energy and Buildings},
  doi = {10.1016/j.enbuild.2018.10.001},
  number = {3},
  year = {2019},
  pages = {345--348},
  title = {Heat in old houses: A field trial},
  url = {https://doi.org/10.1016/j.enbuild.2018.10.001},
  volume = {182},
}
`);
    const parsed = readBack(text);
    expect(parsed.map(({ title }) => title)).toEqual(entries.map(({ title }) => title));
    expect(parsed[0]?.author).toEqual(entries[0]?.author);
    expect(parsed[9]).toMatchObject({
      issued: { 'date-parts': [[2024, 9, 1]] },
      URL: entries[9]?.URL,
    });
  });

  it('keeps scripts that TeX has no commands for', async () => {
    const text = await formatBibtex([
      toCslJson({ title: '热泵研究', work: work({ authors: ['Łukasz Żółć'], venue: 'Éter' }) }),
    ]);
    expect(text).toContain('{热泵研究}');
    expect(text).toContain('{Żółć, Łukasz}');
  });

  it.each([
    ['a closing brace', 'Heat } @misc{evil, title={x'],
    ['an opening brace', '{{{ heat'],
    ['a command', String.raw`\input{/etc/passwd} \\ \ heat\ `],
    ['a comment', '100 % of heat % all'],
    ['signs of TeX', '# $ & _ ^ ~ < > heat " \' `'],
    ['markup', '<i>heat <b> </i> <sup>x'],
    ['control characters', 'heat\u0000\u0007\n\n@book{x,}\r\u001b[31mred'],
    ['ten kilobytes', 'Heat {Pump} '.repeat(850).trim()],
  ])('is valid whatever a title holds: %s', async (_what, title) => {
    const entries = ['article', 'book', 'preprint'].map((type) =>
      toCslJson({ title, work: work({ type, authors: [title.slice(0, 50)], venue: title }) }),
    );
    const parsed = readBack(await formatBibtex(entries));
    expect(parsed).toHaveLength(3);
    // The reader gives the signs of markup as entities.
    const read = parsed.map((entry) =>
      entry.title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    );
    for (const one of read) expect(foldText(one)).toBe(foldText(title));
  });

  it('has balanced braces and an entry for each, for any text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const entry = fc
      .record({ title: text, venue: text, author: text, doi: text, url: text })
      .map(({ title, venue, author, doi, url }): CslJson =>
        toCslJson({
          title,
          work: work({ venue, doi, openAccessUrl: url, authors: [author, 'A B and C'] }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 4 }), async (entries) => {
        const bib = await formatBibtex(entries);
        expect(bib.match(/^@/gmu)).toHaveLength(entries.length);
        const braces = bib.replaceAll(/\\[\\{}]/gu, '');
        let depth = 0;
        for (const sign of braces) {
          depth += Number(sign === '{') - Number(sign === '}');
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });

  it('gives portions the keys of one file', async () => {
    const entry = toCslJson(ENTRIES.article);
    const keys = new CitationKeys();
    const whole = await formatBibtex([entry, entry, entry]);
    const portions = [await formatBibtex([entry], keys), await formatBibtex([entry, entry], keys)];
    expect(portions.join('\n')).toBe(whole);
    expect(whole.match(/\{berg2019heat\w?,/gu)).toEqual([
      '{berg2019heat,',
      '{berg2019heata,',
      '{berg2019heatb,',
    ]);
    expect(await formatBibtex([])).toBe('');
  });
});
