import { describe, expect, it } from 'vitest';
import { readOutline } from '../../../../src/writing/openai/read-outline.ts';

const rules = {
  template: { sections: { minimum: 2, maximum: 3 }, faq: 1 },
  sourceIds: new Set(['s1', 's2']),
  language: 'en',
};

const section = (heading: string, sources = ['s1'], points: string[] = []) => ({
  heading,
  points,
  sources,
});
const question = (text: string, sources = ['s2']) => ({ question: text, sources });
const TWO = [section('What is compost?'), section('How is it turned?', ['s2'])];

describe('the plan of an article', () => {
  it('keeps headings, points and the sources that are assigned to them', () => {
    const sections = [
      section('**What** is compost? [1]', ['s1', 's2', 's1'], ['earth', '', '- worms']),
      section('How is it turned?', ['s2']),
    ];
    expect(readOutline({ sections, faq: [question('Does it smell?')] }, rules)).toEqual({
      problems: [],
      value: {
        sections: [
          { heading: 'What is compost?', points: ['earth', 'worms'], sourceIds: ['s1', 's2'] },
          { heading: 'How is it turned?', points: [], sourceIds: ['s2'] },
        ],
        faq: [{ question: 'Does it smell?', sourceIds: ['s2'] }],
      },
    });
  });

  it('takes the id of a passage for its source', () => {
    const sections = [section('What is compost?', [' s1p4 ', 's1']), TWO[1]];
    const { problems, value } = readOutline({ sections, faq: [] }, rules);
    expect(problems).toEqual([]);
    expect(value?.sections[0]?.sourceIds).toEqual(['s1']);
  });

  it.each([
    ['no object', 'a plan', [expect.stringMatching(/^the whole answer: /u)]],
    ['no questions', { sections: TWO }, [expect.stringMatching(/^faq: /u)]],
    [
      'a heading that is a number',
      { sections: [{ ...TWO[0], heading: 7 }], faq: [] },
      [expect.stringMatching(/^sections\.0\.heading: /u)],
    ],
    ['no sections', { sections: [], faq: [] }, ['there are 0 sections, not 2 to 3']],
    [
      'invented sources alone',
      { sections: TWO.map((each) => ({ ...each, sources: ['s9'] })), faq: [] },
      [
        'sections.0 names sources that are not there: s9',
        'sections.1 names sources that are not there: s9',
        'there are 0 sections, not 2 to 3',
      ],
    ],
    [
      'another language',
      {
        sections: [
          section('Was ist der Kompost und wie wird er gemacht?'),
          section('Wie lange dauert es, bis er fertig ist?'),
        ],
        faq: [],
      },
      ['it is written in “de”, not in “en”'],
    ],
  ])('is good for nothing with %s', (_name, data, problems) => {
    const reading = readOutline(data, rules);
    expect(reading.problems).toEqual(problems);
    expect(reading.value).toBeUndefined();
  });

  it.each([
    ['an invented source', section('More', ['s7']), 'names sources that are not there: s7'],
    ['no source', section('More', []), 'names no source'],
    ['an empty heading', section(' ** '), 'has a heading that is empty'],
    [
      'HTML',
      section('<img src=x onerror=alert(1)>'),
      'has a heading that holds HTML or marks of the request; write plain text',
    ],
    [
      'a heading like another',
      section('what is COMPOST'),
      'has a heading that stands there already',
    ],
    [
      'a heading without end',
      section('long '.repeat(30)),
      'has a heading of more than 120 characters',
    ],
  ])('leaves out a section with %s, and says so', (_name, faulty, problem) => {
    const { problems, value } = readOutline({ sections: [...TWO, faulty], faq: [] }, rules);
    expect(problems).toEqual([`sections.2 ${problem}`]);
    expect(value?.sections.map(({ heading }) => heading)).toEqual([
      'What is compost?',
      'How is it turned?',
    ]);
  });

  it.each([
    [4, ['What is compost?', 'How is it turned?']],
    [5, undefined],
  ])('is good for something with half of %i sections', (minimum, headings) => {
    const template = { sections: { minimum, maximum: 6 }, faq: 0 };
    const { problems, value } = readOutline({ sections: TWO, faq: [] }, { ...rules, template });
    expect(problems).toEqual([`there are 2 sections, not ${minimum} to 6`]);
    expect(value?.sections.map(({ heading }) => heading)).toEqual(headings);
  });

  it('keeps a known source beside an invented one', () => {
    const sections = [section('What is compost?', ['s1', 's9']), TWO[1]];
    const { problems, value } = readOutline({ sections, faq: [] }, rules);
    expect(problems).toEqual(['sections.0 names sources that are not there: s9']);
    expect(value?.sections[0]?.sourceIds).toEqual(['s1']);
  });

  it('cuts sections and questions to what the template has room for', () => {
    const sections = ['One', 'Two', 'Three', 'Four'].map((heading) => section(heading));
    const faq = [question('Does it smell?'), question('Is it warm?')];
    const { problems, value } = readOutline({ sections, faq }, rules);
    expect(problems).toEqual(['there are 4 sections, not 2 to 3']);
    expect(value?.sections.map(({ heading }) => heading)).toEqual(['One', 'Two', 'Three']);
    expect(value?.faq.map((entry) => entry.question)).toEqual(['Does it smell?']);
  });

  it('leaves out a question that a heading asks already', () => {
    const { problems, value } = readOutline(
      { sections: TWO, faq: [question('How is it turned')] },
      rules,
    );
    expect(problems).toEqual(['faq.0 has a question that stands there already']);
    expect(value?.faq).toEqual([]);
  });
});
