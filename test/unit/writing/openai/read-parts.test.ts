import { describe, expect, it } from 'vitest';
import { readParts } from '../../../../src/writing/openai/read-parts.ts';
import { paragraph, partsAnswer } from './scripted-model.ts';

const rules = {
  language: 'en',
  passages: new Map([['s1p1', { sourceId: 's1', text: 'Compost smells of earth.' }]]),
  isEcho: () => false,
};
const good = [paragraph('Ripe compost smells of earth.', 's1p1')];
const bad = [paragraph('Nobody knows.')];

describe('the parts of an answer', () => {
  it('are taken by their names, in whatever order they come', () => {
    const answer = partsAnswer({ 'faq.0': good, 'sections.1': good, 'sections.0': good });
    const { problems, value } = readParts(answer, ['sections.0', 'sections.1', 'faq.0'], rules);
    expect(problems).toEqual([]);
    expect([...(value?.keys() ?? [])]).toEqual(['sections.0', 'sections.1', 'faq.0']);
  });

  it('need no right name where there is one and one was asked for', () => {
    const { problems, value } = readParts(
      partsAnswer({ 'Section 1': good }),
      ['sections.0'],
      rules,
    );
    expect(problems).toEqual([]);
    expect(value?.get('sections.0')?.[0]?.content[0]?.text).toBe('Ripe compost smells of earth.');
  });

  it('leave out what nobody asked for', () => {
    const answer = partsAnswer({ 'sections.0': good, 'sections.7': good });
    expect([...(readParts(answer, ['sections.0'], rules).value?.keys() ?? [])]).toEqual([
      'sections.0',
    ]);
  });

  it('may lack an answer of the FAQ', () => {
    const answer = partsAnswer({ 'sections.0': good, 'faq.0': bad });
    const { problems, value } = readParts(answer, ['sections.0', 'faq.0', 'faq.1'], rules);
    expect(problems).toEqual([
      'faq.0, paragraph 1, sentence 1 names no passage',
      'faq.1 is missing',
    ]);
    expect([...(value?.keys() ?? [])]).toEqual(['sections.0']);
  });

  it.each([
    [
      'a section is missing',
      partsAnswer({ 'sections.0': good, 'sections.2': good }),
      'sections.1 is missing',
    ],
    [
      'a section has no usable sentence',
      partsAnswer({ 'sections.0': good, 'sections.1': bad }),
      'sections.1, paragraph 1, sentence 1 names no passage',
    ],
    ['it is another object', { paragraphs: good }, expect.stringMatching(/^parts: /u)],
    [
      'a paragraph is of an unknown kind',
      partsAnswer({ 'sections.0': [{ ...good[0], kind: 'table' }], 'sections.1': good }),
      expect.stringMatching(/^parts\.0\.paragraphs\.0\.kind: /u),
    ],
  ])('are good for nothing where %s', (_name, answer, problem) => {
    const { problems, value } = readParts(answer, ['sections.0', 'sections.1'], rules);
    expect(problems).toEqual([problem]);
    expect(value).toBeUndefined();
  });

  it('are good for nothing where no answer of the FAQ is', () => {
    const { value } = readParts(partsAnswer({ 'faq.0': bad }), ['faq.0', 'faq.1'], rules);
    expect(value).toBeUndefined();
  });
});
