import { describe, expect, it } from 'vitest';
import { researchNotes } from '../../../src/research/research-notes.ts';

describe('researchNotes', () => {
  const dossier = { independentSources: 2, sources: [], notes: ['A note.'] };

  it('says first when research is thin, and what to do about it', () => {
    const [thin, ...others] = researchNotes(dossier, 3);
    expect(thin).toMatch(/^Thin research: 2 independent sources, 3 are wanted\. Name sources/);
    expect(others).toEqual(['A note.']);
    expect(researchNotes({ ...dossier, independentSources: 1 }, 2)[0]).toContain(
      '1 independent source, 2 are wanted',
    );
  });

  it('adds nothing where there are enough', () => {
    expect(researchNotes(dossier, 2)).toEqual(['A note.']);
    expect(researchNotes({ sources: [] }, 0)).toEqual([]);
  });
});
