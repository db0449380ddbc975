import { describe, expect, it } from 'vitest';
import { readMaterial } from '../../../../src/writing/extractive/material.ts';
import { sentenceRuns } from '../../../../src/writing/extractive/sentence-run.ts';
import { dossierOf } from '../../../support/dossier-of.ts';

function runsOf(text: string): string[] {
  const material = readMaterial(dossierOf('heat pumps', [{ title: 'Pumps', text }]), 'en');
  return material.paragraphs
    .flatMap(sentenceRuns)
    .map((run) =>
      [
        ...run.sentences.map((sentence) => sentence.text),
        ...(run.list?.items.flat().map((sentence) => `- ${sentence.text}`) ?? []),
      ].join(' '),
    );
}

describe('sentenceRuns', () => {
  it('lets a sentence with a pronoun stand only behind the one it leans on', () => {
    expect(runsOf('Defrosting melts the ice on the coil. It takes about five minutes.')).toEqual([
      'Defrosting melts the ice on the coil.',
      'Defrosting melts the ice on the coil. It takes about five minutes.',
    ]);
  });

  it('breaks at a sentence that cannot be printed', () => {
    expect(
      runsOf('Heat pumps need a drain. Does that matter? Frost blocks a drain quickly.'),
    ).toEqual(['Heat pumps need a drain.', 'Frost blocks a drain quickly.']);
  });

  it('keeps a list with the sentence that announces it', () => {
    expect(
      runsOf(
        'A visit includes these tasks:\n\n- Cleaning the coil.\n- Checking valves.\n- Reading the meter.',
      ),
    ).toEqual([
      'A visit includes these tasks: - Cleaning the coil. - Checking valves. - Reading the meter.',
    ]);
  });

  it('never leaves an announcement without what it announces', () => {
    expect(
      runsOf('A simple way to choose has two steps. First, measure the longest ride.'),
    ).toEqual(['A simple way to choose has two steps. First, measure the longest ride.']);
  });

  it('reads lines that were broken in the middle of a sentence', () => {
    expect(runsOf('A heat pump collects heat\nfrom the outdoor air.')).toEqual([
      'A heat pump collects heat from the outdoor air.',
    ]);
  });
});
