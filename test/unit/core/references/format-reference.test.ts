import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitationStyle } from '../../../../src/core/references/citation-style.ts';
import { formatReference } from '../../../../src/core/references/format-reference.ts';
import type { ReferenceEntry } from '../../../../src/core/references/reference-entry.ts';
import { ENTRIES, type EntryName, work } from './entries.ts';

/** Italics between stars, links between angle brackets. */
function shown(entry: ReferenceEntry, style: CitationStyle, language = 'en'): string {
  return formatReference(entry, style, language)
    .map(({ text, italic, href }) => (italic ? `*${text}*` : href ? `<${text}>` : text))
    .join('');
}

const APA: Record<EntryName, string> = {
  article:
    'van der Berg, J. Q., & Sartre, J.-P. (2019). Heat in old houses: A field trial. *Energy and Buildings*, *182*(3), 345–348. <https://doi.org/10.1016/j.enbuild.2018.10.001>',
  numbered:
    'Piwowar, H., Priem, J., & Larivière, V. (2018). The state of OA. *PeerJ*, *6*, Article e4375. <https://doi.org/10.7717/peerj.4375>',
  book: 'King, M. L., Jr. (2019). *The Heat Book*. Oxford University Press.',
  chapter: 'van der Berg, J. Q. (2019). Why heat? In *Handbook of Heat* (pp. 101–108). Springer.',
  proceedings:
    'Lovelace, A., & Turing, A. (2019). Fast heat. In *Proceedings of the 3rd Heat Conference* (pp. 12–19). ACM.',
  preprint:
    'van der Berg, J. Q. (2019). *Heat is all you need*. arXiv. <https://doi.org/10.48550/arxiv.1706.03762>',
  dissertation:
    'Nordmann, K. (2019). *On heat* [Dissertation, University of Oslo]. DUO. <https://duo.example.no/1>',
  report: 'World Health Organization. (2019). *World heat report*. <https://who.example.int/r.pdf>',
  dataset:
    'van der Berg, J. Q. (2019). *Heat measurements 2019* [Data set]. Zenodo. <https://doi.org/10.5281/zenodo.1>',
  web: 'Quill, M. (2024, September 1). *How heat pumps work*. example.com. <https://www.example.com/heat>',
  undated:
    '*How heat pumps work*. (n.d.). example.com. Retrieved November 20, 2026, from <https://www.example.com/heat>',
  document: 'Leaf, A. (n.d.). *Notes on tea*. notes/tea_notes.md',
};

const MLA: Record<EntryName, string> = {
  article:
    'van der Berg, Jane Q., and Jean-Paul Sartre. “Heat in old houses: A field trial.” *Energy and Buildings*, vol. 182, no. 3, 2019, pp. 345-48, <https://doi.org/10.1016/j.enbuild.2018.10.001>.',
  numbered:
    'Piwowar, Heather, et al. “The state of OA.” *PeerJ*, vol. 6, 2018, article e4375, <https://doi.org/10.7717/peerj.4375>.',
  book: 'King, Martin Luther, Jr. *The Heat Book*. Oxford University Press, 2019.',
  chapter: 'van der Berg, Jane Q. “Why heat?” *Handbook of Heat*, Springer, 2019, pp. 101-08.',
  proceedings:
    'Lovelace, Ada, and Alan Turing. “Fast heat.” *Proceedings of the 3rd Heat Conference*, ACM, 2019, pp. 12-19.',
  preprint:
    'van der Berg, Jane Q. “Heat is all you need.” *arXiv*, 2019, <https://doi.org/10.48550/arxiv.1706.03762>. Preprint.',
  dissertation:
    'Nordmann, Kari. *On heat*. 2019. University of Oslo, dissertation. *DUO*, <https://duo.example.no/1>.',
  report: '*World heat report*. World Health Organization, 2019, <https://who.example.int/r.pdf>.',
  dataset:
    'van der Berg, Jane Q. *Heat measurements 2019*. Zenodo, 2019, <https://doi.org/10.5281/zenodo.1>. Data set.',
  web: 'Quill, Mara. “How heat pumps work.” *example.com*, 1 Sept. 2024, <https://www.example.com/heat>.',
  undated:
    '“How heat pumps work.” *example.com*, <https://www.example.com/heat>. Accessed 20 Nov. 2026.',
  document: 'Leaf, A. *Notes on tea*. notes/tea_notes.md.',
};

const CHICAGO: Record<EntryName, string> = {
  article:
    'van der Berg, Jane Q., and Jean-Paul Sartre. “Heat in old houses: A field trial.” *Energy and Buildings* 182, no. 3 (2019): 345–48. <https://doi.org/10.1016/j.enbuild.2018.10.001>.',
  numbered:
    'Piwowar, Heather, Jason Priem, and Vincent Larivière. “The state of OA.” *PeerJ* 6 (2018): e4375. <https://doi.org/10.7717/peerj.4375>.',
  book: 'King, Martin Luther, Jr. *The Heat Book*. Oxford University Press, 2019.',
  chapter: 'van der Berg, Jane Q. “Why heat?” In *Handbook of Heat*, 101–8. Springer, 2019.',
  proceedings:
    'Lovelace, Ada, and Alan Turing. “Fast heat.” In *Proceedings of the 3rd Heat Conference*, 12–19. ACM, 2019.',
  preprint:
    'van der Berg, Jane Q. “Heat is all you need.” Preprint, arXiv, 2019. <https://doi.org/10.48550/arxiv.1706.03762>.',
  dissertation:
    'Nordmann, Kari. “On heat.” Dissertation, University of Oslo, 2019. <https://duo.example.no/1>.',
  report:
    'World Health Organization. *World heat report*. World Health Organization, 2019. <https://who.example.int/r.pdf>.',
  dataset:
    'van der Berg, Jane Q. “Heat measurements 2019.” Data set. Zenodo, 2019. <https://doi.org/10.5281/zenodo.1>.',
  web: 'Quill, Mara. “How heat pumps work.” example.com. September 1, 2024. <https://www.example.com/heat>.',
  undated:
    '“How heat pumps work.” example.com. Accessed November 20, 2026. <https://www.example.com/heat>.',
  document: 'Leaf, A. “Notes on tea.” notes/tea_notes.md.',
};

describe.each([
  ['apa', APA],
  ['mla', MLA],
  ['chicago', CHICAGO],
] as const)('%s', (style, table) => {
  it.each(Object.entries(table))('sets a reference of the kind %s', (name, expected) => {
    expect(shown(ENTRIES[name as EntryName], style)).toBe(expected);
  });
});

describe('what the manuals print', () => {
  it.each<[CitationStyle, ReferenceEntry, string]>([
    [
      'apa',
      {
        title:
          'Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States',
        work: work({
          authors: [
            'Jessica S. Grady',
            'Maiyer Her',
            'Geena Moreno',
            'Caroline Perez',
            'Jenna Yelinek',
          ],
          venue: 'Psychology of Popular Media Culture',
          volume: '8',
          issue: '3',
          firstPage: '207',
          lastPage: '217',
          doi: '10.1037/ppm0000185',
        }),
      },
      'Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States. *Psychology of Popular Media Culture*, *8*(3), 207–217. <https://doi.org/10.1037/ppm0000185>',
    ],
    [
      'chicago',
      {
        title: 'Conundrum: A Story about Reading',
        work: work({
          authors: ['Peter LaSalle'],
          year: 2017,
          venue: 'New England Review',
          volume: '38',
          issue: '1',
          firstPage: '95',
          lastPage: '109',
        }),
      },
      'LaSalle, Peter. “Conundrum: A Story about Reading.” *New England Review* 38, no. 1 (2017): 95–109.',
    ],
    [
      'mla',
      {
        title: 'Redefining Reading: The Impact of Digital Communication Media',
        work: work({
          authors: ['Naomi S. Baron'],
          year: 2013,
          venue: 'PMLA',
          volume: '128',
          issue: '1',
          firstPage: '193',
          lastPage: '200',
        }),
      },
      'Baron, Naomi S. “Redefining Reading: The Impact of Digital Communication Media.” *PMLA*, vol. 128, no. 1, 2013, pp. 193-200.',
    ],
  ])('%s', (style, entry, expected) => {
    expect(shown(entry, style)).toBe(expected);
  });
});

describe('many authors', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => `Ann Author${String.fromCharCode(97 + index)}`);
  const head = (style: CitationStyle, count: number) =>
    shown({ title: 'T', work: work({ type: 'book', authors: names(count) }) }, style).split(
      / \(2019| \*T/u,
    )[0];

  it('apa: all up to twenty, then nineteen and the last', () => {
    expect(head('apa', 20)).toMatch(/^Authora, A\., .*, Authors, A\., & Authort, A\.$/u);
    expect(head('apa', 21)).toMatch(/^Authora, A\., .*, Authors, A\., \. \. \. Authoru, A\.$/u);
    expect(head('apa', 21)).not.toContain('Authort');
  });

  it('mla: two, or the first', () => {
    expect(head('mla', 2)).toBe('Authora, Ann, and Ann Authorb.');
    expect(head('mla', 3)).toBe('Authora, Ann, et al.');
  });

  it('chicago: all up to ten, then seven', () => {
    expect(head('chicago', 10)).toMatch(/^Authora, Ann, Ann Authorb, .*, and Ann Authorj\.$/u);
    expect(head('chicago', 11)).toMatch(/^Authora, Ann, .*, Ann Authorg, et al\.$/u);
    expect(head('chicago', 11)).not.toContain('Authorh');
  });
});

describe('languages', () => {
  it.each<[CitationStyle, string, EntryName, string]>([
    [
      'apa',
      'de',
      'undated',
      '*How heat pumps work*. (o. J.). example.com. Abgerufen am 20. November 2026, von <https://www.example.com/heat>',
    ],
    [
      'apa',
      'de-AT',
      'web',
      'Quill, M. (2024, 1. September). *How heat pumps work*. example.com. <https://www.example.com/heat>',
    ],
    [
      'mla',
      'de',
      'proceedings',
      'Lovelace, Ada, und Alan Turing. „Fast heat“. *Proceedings of the 3rd Heat Conference*, ACM, 2019, S. 12-19.',
    ],
    [
      'chicago',
      'fr',
      'chapter',
      'van der Berg, Jane Q. «\u00A0Why heat?\u00A0» Dans *Handbook of Heat*, 101–8. Springer, 2019.',
    ],
    [
      'apa',
      'fr',
      'proceedings',
      'Lovelace, A. et Turing, A. (2019). Fast heat. Dans *Proceedings of the 3rd Heat Conference* (p. 12–19). ACM.',
    ],
    [
      'chicago',
      'es',
      'undated',
      '«How heat pumps work». example.com. Consultado el 20 de noviembre de 2026. <https://www.example.com/heat>.',
    ],
    ['apa', 'sw', 'book', APA.book],
    ['apa', 'not a tag', 'web', APA.web],
  ])('%s in %s: %s', (style, language, name, expected) => {
    expect(shown(ENTRIES[name], style, language)).toBe(expected);
  });
});

describe('numbered', () => {
  it('tells of a work what helps to judge it', () => {
    expect(formatReference(ENTRIES.article, 'numbered', 'en')).toEqual([
      {
        text: 'Heat in old houses: A field trial',
        href: 'https://doi.org/10.1016/j.enbuild.2018.10.001',
      },
      { text: ', Jane Q. van der Berg, Jean-Paul Sartre, 2019, ' },
      { text: 'Energy and Buildings', italic: true },
      { text: ', ' },
      {
        text: 'doi:10.1016/j.enbuild.2018.10.001',
        href: 'https://doi.org/10.1016/j.enbuild.2018.10.001',
      },
      { text: ', cited by 1,234, ' },
      { text: 'open access', href: 'https://repository.example.org/heat.pdf' },
    ]);
    expect(shown(ENTRIES.article, 'numbered', 'de')).toContain(
      '1.234 Mal zitiert, <frei zugänglich>',
    );
  });
});

describe('what is missing or odd', () => {
  it.each<[string, CitationStyle, ReferenceEntry, string]>([
    [
      'no author and no date',
      'apa',
      { title: 'Alone', work: { id: 'W2', type: 'book', authors: [], citedBy: 0 } },
      '*Alone*. (n.d.).',
    ],
    [
      'no author and no date',
      'chicago',
      { title: 'Alone', work: { id: 'W2', type: 'book', authors: [], citedBy: 0 } },
      '*Alone*. N.d.',
    ],
    [
      'no volume',
      'chicago',
      { title: 'T', work: work({ venue: 'J', firstPage: '3' }) },
      'van der Berg, Jane Q. “T.” *J*, 2019, 3.',
    ],
    [
      'an issue alone',
      'chicago',
      { title: 'T', work: work({ venue: 'J', issue: '3' }) },
      'van der Berg, Jane Q. “T.” *J*, no. 3 (2019).',
    ],
    [
      'marks in a title',
      'mla',
      { title: '“Heat” and "cold" today', work: work({ venue: 'J' }) },
      'van der Berg, Jane Q. “‘Heat’ and ‘cold’ today.” *J*, 2019.',
    ],
    [
      'a stop in a title',
      'apa',
      { title: 'U.S.A.', work: work({ type: 'book' }) },
      'van der Berg, J. Q. (2019). *U.S.A.*',
    ],
    [
      'an address that is none',
      'apa',
      { title: 'T', url: 'javascript:alert(1)' },
      '*T*. (n.d.). javascript:alert(1)',
    ],
    [
      'a name in a link',
      'chicago',
      { title: 'T', url: 'https://u:p@example.com/' },
      '“T.” example.com. <https://example.com/>.',
    ],
    ['a document without a title', 'mla', { title: '', path: 'a/b.md' }, '*a/b.md*.'],
    [
      'East Asian names',
      'apa',
      { title: '热泵', work: work({ authors: ['山田太郎', '김철수'], venue: '能源学报' }) },
      '山田太郎, & 김철수. (2019). 热泵. *能源学报*.',
    ],
  ])('%s (%s)', (_what, style, entry, expected) => {
    expect(shown(entry, style)).toBe(expected);
  });

  it('encodes in the address of a DOI what an address may not hold', () => {
    const doi = '10.1002/(sici)1097<1::aid>3.0.co;2-#';
    expect(formatReference({ title: 'T', work: work({ doi }) }, 'apa', 'en').at(-1)).toEqual({
      text: `https://doi.org/${doi}`,
      href: 'https://doi.org/10.1002/(sici)1097%3C1::aid%3E3.0.co;2-%23',
    });
  });

  it('gives one line with the whole title, whatever comes in', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const entry = fc.record(
      {
        title: text,
        path: text,
        author: text,
        publishedAt: fc.oneof(text, fc.constant('2024-13-40')),
        work: fc.record({
          id: fc.constant('W1'),
          type: fc.oneof(text, fc.constantFrom('book', 'preprint', 'dataset', 'dissertation')),
          authors: fc.array(text, { maxLength: 30 }),
          citedBy: fc.nat(),
          venue: text,
          firstPage: text,
          lastPage: text,
          doi: text,
          openAccessUrl: fc.oneof(text, fc.webUrl()),
        }),
      },
      { requiredKeys: ['title'] },
    );
    const style = fc.constantFrom<CitationStyle[]>('numbered', 'apa', 'mla', 'chicago');
    fc.assert(
      fc.property(
        entry,
        style,
        fc.constantFrom('en', 'fr', 'ja', ''),
        (given, chosen, language) => {
          const pieces = formatReference(given, chosen, language);
          const line = pieces.map((piece) => piece.text).join('');
          expect(line).not.toMatch(/[\n\r\u001b]/u);
          expect(pieces.every((piece) => piece.text !== '')).toBe(true);
          const addresses = pieces.flatMap(({ href }) => (href === undefined ? [] : [href]));
          for (const address of addresses) expect(address).toMatch(/^https?:\/\//u);
        },
      ),
    );
  });
});
