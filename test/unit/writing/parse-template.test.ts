import { describe, expect, it } from 'vitest';
import { checkTemplate, parseTemplate } from '../../../src/writing/parse-template.ts';

const GOOD = `---
name: review
description: Reviews of one product
title: "{{ keyword }} Tested in {{ year }}"
sections: { minimum: 3, maximum: 5 }
words:
  minimum: 600
  maximum: 900
questions:
  - "What is {{ keyword }}?"
  - "How much does {{ keyword }} cost?"
  - "Who makes {{ keyword }}?"
headings: topic
faq: 0
---
Write a review.
`;

function problemsOf(text: string) {
  const check = checkTemplate(text);
  return 'problems' in check ? check.problems : [];
}

describe('checkTemplate', () => {
  it('reads a template and has nothing to say against it', () => {
    expect(checkTemplate(GOOD)).toMatchObject({
      template: { name: 'review', words: { minimum: 600, maximum: 900 }, faq: 0 },
      warnings: [],
    });
  });

  it.each([
    ['name: review', 'name: My Review', 2, 'name', 'must be lower-case words joined by hyphens'],
    ['"{{ keyword }} Tested in {{ year }}"', '"{{ keyword"', 4, 'title', 'not valid Liquid'],
    ['minimum: 3, maximum: 5', 'minimum: 5, maximum: 3', 5, 'sections', 'larger than maximum'],
    ['minimum: 600', 'minimum: many', 7, 'words.minimum', 'must be a whole number'],
    ['maximum: 900', 'maximum: 90000', 8, 'words.maximum', 'must be at most 20000'],
    ['  - "Who makes {{ keyword }}?"\n', '', 9, 'questions', 'must have at least 3 entries'],
    ['"Who makes {{ keyword }}?"', '"{{ keyword | shout }}"', 12, 'questions.2', 'shout'],
    ['headings: topic', 'headings: roman', 13, 'headings', 'question, topic, item, step'],
    ['faq: 0', 'faq: 2.5', 14, 'faq', 'must be a whole number'],
    ['faq: 0', 'faq: 0\ncolour: red', 15, 'colour', 'is no field of a template'],
    ['description: Reviews of one product', 'description: ""', 3, 'description', 'not be empty'],
  ])('instead of %j finds %j wrong in line %i', (right, wrong, line, field, words) => {
    const problems = problemsOf(GOOD.replace(right, wrong));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line, field });
    expect(problems[0]?.message).toContain(words);
  });

  it('tells what is missing without a line', () => {
    const text = GOOD.replace('faq: 0\n', '').replace('Write a review.', '  ');
    expect(problemsOf(text)).toEqual([
      { line: undefined, field: 'faq', message: 'is missing' },
      {
        line: undefined,
        field: 'instructions',
        message: 'the text below the front matter is empty',
      },
    ]);
  });

  it('tells the lines where the YAML breaks', () => {
    const text = GOOD.replace('headings: topic', 'name: again').replace(
      'sections: { minimum: 3, maximum: 5 }',
      'sections: [',
    );
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { line, message } of problems) {
      expect(line).toBeGreaterThanOrEqual(5);
      expect(message).toContain('not valid YAML');
    }
    expect(problemsOf(GOOD.replace('faq: 0', 'name: twice'))[0]).toMatchObject({ line: 14 });
  });

  it('counts the lines of files from Windows, and with a byte order mark, alike', () => {
    const text = `\uFEFF${GOOD.replace('faq: 0', 'faq: -1').replaceAll('\n', '\r\n')}`;
    expect(problemsOf(text)).toMatchObject([{ line: 14, field: 'faq' }]);
  });

  it('warns of variables that print nothing', () => {
    const text = GOOD.replace('{{ year }}', '{{ yeer }}').replace(
      'Who makes {{ keyword }}?',
      'Who makes {{ keyword }} in {{ year }}?',
    );
    expect(checkTemplate(text)).toMatchObject({
      warnings: [
        { line: 4, field: 'title', message: expect.stringContaining('“yeer”') },
        { line: 12, field: 'questions.2', message: expect.stringContaining('known: keyword') },
      ],
    });
  });

  it.each([
    ['brackets without end', '['.repeat(60_000)],
    ['lists within lists', '- '.repeat(30_000)],
    ['a bomb of aliases', 'a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]'],
    ['nothing but dashes', '---   \n'.repeat(8_000)],
    ['a list instead of fields', '- name\n- title'],
    ['a tag of its own', '!!js/function "return 1"'],
  ])('survives %s', (_, yaml) => {
    const problems = problemsOf(`---\n${yaml}\n---\nText`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(10);
  });
});

describe('parseTemplate', () => {
  it('names the file, and each fault with its line and field', () => {
    const text = GOOD.replace('faq: 0', 'faq: 99').replace('name: review', 'name: R');
    expect(() => parseTemplate(text, '/tmp/review.md')).toThrow(
      'The article template /tmp/review.md is not usable: line 2, name: must be lower-case words ' +
        'joined by hyphens; line 14, faq: must be at most 20.',
    );
  });
});
