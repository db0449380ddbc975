import { describe, expect, it } from 'vitest';
import { buildDossier } from '../../../src/research/build-dossier.ts';
import type { MergedSource } from '../../../src/research/merge-sources.ts';
import { isNearlyEqual, shinglesOf } from '../../../src/research/text-overlap.ts';

/** Four paragraphs on one subject, as an agency sends them out. */
const AGENCY = [
  'The harbour of Ostervik will get forty charging points for ferries by the end of next year, the port authority said on Tuesday. Each point delivers six megawatts, enough to charge a small ferry within the twenty minutes that it lies at the quay.',
  'The charging points cost eleven million crowns, of which the state pays a third. The rest comes from the shipping companies, who expect to save that much diesel within seven years, as long as the price of electricity stays where it is.',
  'Critics of the charging points fear for the grid of the town. On winter evenings it carries hardly more than its own load, and a battery of nine megawatt hours beside the quay is meant to bridge the worst hours.',
  'A first ferry with batteries sails since March. Its captain, who spoke at the presentation, praised how quiet the charging points are and complained about plugs that freeze in the spray.',
];
const BETWEEN = [
  'Our town has seen larger building sites than that for charging points of ferries. The square in front of the station was dug up twice, and shopkeepers still wait for the compensation that the council promised them in spring.',
  'Read also what our readers think of ferries, of their price and of the charging points: our survey among two hundred of them divided the council for three long evenings before it was printed in full.',
  'Ferries run on time this week in spite of the work on charging points. Towards the weekend clouds move in from the west, and by Sunday evening the first snow may fall on the hills above the fjord.',
];

function page(url: string, title: string, paragraphs: readonly string[]): MergedSource {
  return {
    title,
    url,
    text: [`# ${title}`, ...paragraphs].join('\n\n'),
    score: 0.8,
    retrievedAt: '2026-01-01T00:00:00.000Z',
    provider: 'tavily',
    hits: 1,
  };
}

function dossierOf(pages: readonly MergedSource[]) {
  return buildDossier(pages, {
    keyword: 'charging points for ferries',
    slug: 'ferries',
    questions: ['charging points for ferries', 'What do charging points for ferries cost?'],
    language: 'en',
    maxSources: 8,
    maxTokens: 8000,
    createdAt: '2026-01-01T00:00:00.000Z',
    hash: (text) => text,
    cut: (text) =>
      [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
        start: index,
        end: index + line.length,
      })),
  });
}

describe('copies of one text', () => {
  it('are one voice, although each paper has its own headline and paragraphs in between', () => {
    const [first = '', second = '', third = '', fourth = ''] = AGENCY;
    const [one = '', two = '', three = ''] = BETWEEN;
    const dossier = dossierOf([
      page('https://agency.example/1', 'Ferries of Ostervik go electric', AGENCY),
      page('https://daily.example/news', 'Forty plugs for the harbour', [
        one,
        first,
        second,
        two,
        third,
        fourth,
        three,
      ]),
      page('https://courier.example/a', 'Power for ships', [first, one, second, third, two]),
    ]);
    expect(dossier.independentSources).toBe(1);
    expect(dossier.sources).toHaveLength(1);
    expect(dossier.notes?.filter((note) => note.includes('nearly the same text'))).toHaveLength(2);
  });

  it('are told from texts of their own on the same subject', () => {
    const own = [
      'Charging points for ferries need room on the quay. In Ostervik, forty of them stand where cars used to park, and drivers now walk five minutes more.',
      'What charging points for ferries cost depends on the cable. The one to Ostervik runs through the fjord for three kilometres, which made the whole dearer than planned.',
    ];
    const dossier = dossierOf([
      page('https://agency.example/1', 'Ferries of Ostervik go electric', AGENCY),
      page('https://engineer.example/2', 'How ferries charge', own),
    ]);
    expect(dossier.independentSources).toBe(2);
  });

  it('are none where a longer text quotes a short one', () => {
    const quoted = 'Charging points for ferries are quiet, and their plugs freeze in the spray.';
    const [long, short] = [[...AGENCY, quoted], [quoted]].map((texts) => shinglesOf(texts, 'en'));
    expect(isNearlyEqual(long ?? new Set(), short ?? new Set())).toBe(false);
  });
});
