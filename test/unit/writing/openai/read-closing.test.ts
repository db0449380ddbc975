import { describe, expect, it } from 'vitest';
import { readClosing } from '../../../../src/writing/openai/read-closing.ts';
import { CLOSING, paragraph } from './scripted-model.ts';

const rules = {
  language: 'en',
  passages: new Map([
    ['s1p1', { sourceId: 's1', text: 'Compost smells of earth.' }],
    ['s2p1', { sourceId: 's2', text: 'Turning lets air in.' }],
  ]),
  isEcho: () => false,
  keyword: 'compost',
  spareTitle: 'Compost: A Guide',
};

describe('what closes an article', () => {
  it('is taken as it is when it is good', () => {
    const { problems, value } = readClosing(CLOSING, rules);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ title: CLOSING.title, description: CLOSING.description });
    expect(value?.introduction[0]?.content[0]?.citations[0]?.passageId).toBe('s1p1');
    expect(value?.conclusion[0]?.content[0]?.citations[0]?.passageId).toBe('s2p1');
  });

  it.each([
    [
      'too long',
      `${CLOSING.title}, and what has to be done before that time`,
      'title has 78 characters, not 30 to 60',
    ],
    [
      'without the keyword',
      'A heap that is ready in half a year',
      'title does not have the keyword in it',
    ],
    ['of Markdown alone', '## **', 'title is empty'],
    [
      'with an address',
      'Compost from https://example.com',
      'title holds an address; name no addresses',
    ],
  ])('puts the template’s title in the place of one that is %s', (_name, title, problem) => {
    const { problems, value } = readClosing({ ...CLOSING, title }, rules);
    expect(problems).toEqual([problem]);
    expect(value?.title).toBe('Compost: A Guide');
  });

  it('keeps a title that is only short', () => {
    const { problems, value } = readClosing({ ...CLOSING, title: 'Composts compared' }, rules);
    expect(problems).toEqual(['title has 17 characters, not 30 to 60']);
    expect(value?.title).toBe('Composts compared');
  });

  it('asks for no long keyword in a title', () => {
    const keyword = 'how long does it take until compost is ready to use in spring';
    expect(readClosing(CLOSING, { ...rules, keyword }).problems).toEqual([]);
  });

  it('cuts a description that is too long at a word', () => {
    const description = 'When compost is ready. '.repeat(10);
    const { problems, value } = readClosing({ ...CLOSING, description }, rules);
    expect(problems).toEqual(['description has 229 characters, not 70 to 160']);
    expect(value?.description.length).toBeLessThanOrEqual(160);
    expect(value?.description).toMatch(/ready\.…$|compost…$|When…$|is…$/u);
  });

  it('makes a description of the introduction where the model gives none', () => {
    const { problems, value } = readClosing({ ...CLOSING, description: '<b></b>' }, rules);
    expect(problems).toEqual(['description is empty']);
    expect(value?.description).toBe('Good compost has an earthy smell once the work is over.');
  });

  it.each([
    ['an empty introduction', { ...CLOSING, introduction: [] }, 'introduction is empty'],
    [
      'an introduction that cites what no section cites',
      { ...CLOSING, introduction: [paragraph('Compost smells.', 's3p1')] },
      'introduction, paragraph 1, sentence 1 names passages that are not there: s3p1',
    ],
    [
      'no conclusion at all',
      {
        title: CLOSING.title,
        description: CLOSING.description,
        introduction: CLOSING.introduction,
      },
      expect.stringMatching(/^conclusion: /u),
    ],
  ])('is good for nothing with %s', (_name, data, problem) => {
    const { problems, value } = readClosing(data, rules);
    expect(problems).toEqual([problem]);
    expect(value).toBeUndefined();
  });

  it('may have no conclusion, and loses one that is of no use', () => {
    expect(readClosing({ ...CLOSING, conclusion: [] }, rules)).toMatchObject({
      problems: [],
      value: { conclusion: [] },
    });
    const { problems, value } = readClosing({ ...CLOSING, conclusion: [paragraph('So.')] }, rules);
    expect(problems).toEqual(['conclusion, paragraph 1, sentence 1 names no passage']);
    expect(value?.conclusion).toEqual([]);
  });
});
