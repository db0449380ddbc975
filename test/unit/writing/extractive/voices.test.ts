import { describe, expect, it } from 'vitest';
import { dropCopies, readVoices } from '../../../../src/writing/extractive/voices.ts';
import { dossierOf } from '../../../support/dossier-of.ts';

const text =
  'A heat pump moves heat from the garden into the house. It lasts about twenty years in most homes. Service is due once a year.';
const other =
  'Gas boilers burn gas to heat water for the radiators. Their price is low, but the fuel is not. Many last fifteen years.';

describe('dropCopies', () => {
  it('keeps the first of two addresses of one text, whatever its case and marks', () => {
    const dossier = dossierOf('heat pump', [
      { title: 'A', text },
      { title: 'B', text: other },
      { title: 'C', text: `Advertisement!\n\n${text.toUpperCase()}` },
    ]);
    expect(dropCopies(dossier).sources.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it('leaves a dossier of different texts as it is', () => {
    const dossier = dossierOf('heat pump', [
      { title: 'A', text },
      { title: 'B', text: other },
    ]);
    expect(dropCopies(dossier)).toBe(dossier);
  });
});

describe('readVoices', () => {
  it('takes an author, else a host, for one voice', () => {
    const dossier = dossierOf(
      'heat pump',
      ['A', 'B', 'C', 'D', 'E'].map((title) => ({ title, text })),
    );
    const [a, b, c, d, e] = dossier.sources;
    if (a && b && c && d && e) {
      dossier.sources = [
        { ...a, author: 'Dr. Ann Lee' },
        { ...b, author: 'dr ann  lee' },
        { ...c, url: 'https://www.example.org/1' },
        { ...d, url: 'https://example.org/2' },
        e,
      ] as never;
    }
    const voiceOf = readVoices(dossier);
    expect(voiceOf('s1')).toBe(voiceOf('s2'));
    expect(voiceOf('s3')).toBe(voiceOf('s4'));
    expect(new Set(['s1', 's3', 's5'].map(voiceOf)).size).toBe(3);
  });
});
