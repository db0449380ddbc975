import { describe, expect, it } from 'vitest';
import { keepSubject } from '../../../../src/writing/extractive/keep-subject.ts';
import { dossierOf } from '../../../support/dossier-of.ts';

const compost = {
  title: 'Compost',
  text: '# Compost\n\nComposting at home is easy.\n\n# More\n\nCompost needs air.',
};
const office = { title: 'Work', text: '# Work\n\nA home office needs a desk.' };

describe('keepSubject', () => {
  it('leaves out a source that shares only a side word with the keyword', () => {
    const kept = keepSubject(dossierOf('composting at home', [compost, office]), 'en');
    expect(kept.sources.map((source) => source.title)).toEqual(['Compost']);
  });

  it('keeps every source when none would be left, and for a keyword of one word', () => {
    expect(keepSubject(dossierOf('solar panels', [compost, office]), 'en').sources).toHaveLength(2);
    expect(keepSubject(dossierOf('home', [compost, office]), 'en').sources).toHaveLength(2);
  });
});
