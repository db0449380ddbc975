import { describe, expect, it } from 'vitest';
import { readParagraphs, type TextRules } from '../../../../src/writing/openai/read-paragraphs.ts';

const rules: TextRules = {
  language: 'en',
  passages: new Map([
    ['s1p1', { sourceId: 's1', text: 'Compost is “ready” when it   smells of earth, they say.' }],
    ['s2p1', { sourceId: 's2', text: 'Turning the heap lets air in.' }],
  ]),
  isEcho: (text) => text.includes('the rules of the editor'),
};

type Kind = 'text' | 'item' | 'quote';
const paragraph = (kind: Kind, ...sentences: [string, ...string[]][]) => ({
  kind,
  sentences: sentences.map(([text, ...passages]) => ({ text, passages })),
});
const GOOD: [string, string] = ['Air gets in when the heap is turned.', 's2p1'];

describe('the paragraphs of a part', () => {
  it('binds each sentence to the passages that it names, and to their sources', () => {
    const answer = [paragraph('text', ['Ripe compost smells of earth.', 's1p1', ' s2p1', 's1p1'])];
    expect(readParagraphs('sections.0', answer, rules)).toEqual({
      problems: [],
      value: [
        {
          kind: 'text',
          content: [
            {
              text: 'Ripe compost smells of earth.',
              citations: [
                { sourceId: 's1', passageId: 's1p1' },
                { sourceId: 's2', passageId: 's2p1' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('makes as many runs of an entry as it has sentences, resting on the same passages', () => {
    const answer = [paragraph('item', ['Air gets in. The heap gets warm.', 's2p1'])];
    const [read] = readParagraphs('sections.0', answer, rules).value ?? [];
    expect(read?.kind).toBe('item');
    expect(read?.content.map(({ text }) => text)).toEqual(['Air gets in.', 'The heap gets warm.']);
    for (const { citations } of read?.content ?? [])
      expect(citations).toEqual([{ sourceId: 's2', passageId: 's2p1' }]);
  });

  it('keeps a known passage beside an invented one, and tells of that', () => {
    const answer = [paragraph('text', [GOOD[0], 's2p1', 's9p9', 's2p7'])];
    const { problems, value } = readParagraphs('faq.0', answer, rules);
    expect(problems).toEqual([
      'faq.0, paragraph 1, sentence 1 names passages that are not there: s9p9, s2p7',
    ]);
    expect(value?.[0]?.content[0]?.citations).toEqual([{ sourceId: 's2', passageId: 's2p1' }]);
  });

  it.each<[string, [string, ...string[]], string]>([
    ['no passage', ['Compost is brown.'], 'names no passage'],
    [
      'invented passages alone',
      ['It is brown.', 's9p9'],
      'names passages that are not there: s9p9',
    ],
    [
      'an id that an object inherits',
      ['It is.', 'toString'],
      'names passages that are not there: toString',
    ],
    ['no words', ['… !', 's1p1'], 'is empty'],
    [
      'an address',
      ['See https://example.com/a for more.', 's1p1'],
      'holds an address; name no addresses',
    ],
    [
      'a script',
      ['<script>alert(1)</script>', 's1p1'],
      'holds HTML or marks of the request; write plain text',
    ],
    [
      'the rules of the request',
      ['Here are the rules of the editor.', 's1p1'],
      'repeats the rules of the request',
    ],
    ['no end', ['word '.repeat(400), 's1p1'], 'is far too long'],
  ])('leaves out a sentence with %s, and says so', (_name, faulty, problem) => {
    const answer = [paragraph('text', GOOD, faulty, GOOD)];
    const { problems, value } = readParagraphs('sections.1', answer, rules);
    expect(problems).toEqual([`sections.1, paragraph 1, sentence 2 ${problem}`]);
    expect(value?.[0]?.content.map(({ text }) => text)).toEqual([GOOD[0], GOOD[0]]);
  });

  it('leaves out a paragraph of which nothing is left', () => {
    const answer = [paragraph('text', ['Who knows.']), paragraph('text', GOOD)];
    const { value } = readParagraphs('sections.0', answer, rules);
    expect(value?.map(({ content }) => content[0]?.text)).toEqual([GOOD[0]]);
  });

  it('is good for nothing when most of its sentences are', () => {
    const answer = [paragraph('text', GOOD, ['One.'], ['Two.'])];
    const { problems, value } = readParagraphs('sections.0', answer, rules);
    expect(problems).toHaveLength(2);
    expect(value).toBeUndefined();
  });

  it.each([
    ['no paragraphs', []],
    ['paragraphs without sentences', [paragraph('text')]],
  ])('is good for nothing with %s', (_name, answer) => {
    expect(readParagraphs('sections.0', answer, rules)).toEqual({
      problems: ['sections.0 is empty'],
    });
  });

  it('is good for nothing in another language', () => {
    const german =
      'Der Kompost ist fertig, wenn er nach Erde riecht und die Blätter zerfallen sind.';
    const { problems, value } = readParagraphs(
      'sections.0',
      [paragraph('text', [german, 's1p1'])],
      rules,
    );
    expect(problems).toEqual(['sections.0 is written in “de”, not in “en”']);
    expect(value).toBeUndefined();
  });

  it.each([
    ['stand so in their passage', 'quote', 'Compost is "ready" when it smells of earth'],
    ['are the model’s own', 'text', 'Compost is ripe when it smells of earth'],
  ])('takes words for a quotation only where they do: %s', (_name, kind, text) => {
    const read = readParagraphs('sections.0', [paragraph('quote', [text, 's1p1'])], rules);
    expect(read.value?.[0]?.kind).toBe(kind);
  });

  it('does not take words for a quotation that stand in a passage which they do not cite', () => {
    const answer = [paragraph('quote', ['Turning the heap lets air in.', 's1p1'])];
    expect(readParagraphs('sections.0', answer, rules).value?.[0]?.kind).toBe('text');
  });
});
