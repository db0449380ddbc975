import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../src/documents/read-plain-text.ts';

describe('readPlainText', () => {
  it('joins wrapped lines, keeps lists, and finds title, byline and headings', () => {
    const content = readPlainText(`Buying a kettle

by Tomas Wexler, November 2024

A kettle heats water, and the power of its element decides how long that
takes. Most kettles have two or three kilowatts.

Which one should I buy?

  - A small one: for one or two cups, and for a kitchen without much room
    on the worktop.
  - A large one: for families.

1. Fill it.
2. Switch it on.

-----

Care
====
Descale it now and then, because lime makes it slow and noisy, and a slow
kettle needs more electricity.
`);
    expect(content).toMatchObject({
      title: 'Buying a kettle',
      author: 'Tomas Wexler',
      publishedAt: '2024-11',
    });
    expect(content.text).toBe(
      [
        '# Buying a kettle',
        'A kettle heats water, and the power of its element decides how long that takes. Most kettles have two or three kilowatts.',
        '## Which one should I buy?',
        '- A small one: for one or two cups, and for a kitchen without much room on the worktop.\n- A large one: for families.\n1. Fill it.\n2. Switch it on.',
        'Care',
        'Descale it now and then, because lime makes it slow and noisy, and a slow kettle needs more electricity.',
      ].join('\n\n'),
    );
  });

  it('takes lines for paragraphs where nothing was wrapped', () => {
    const long =
      'A line that is far longer than any width at which an editor would have wrapped it, so it is a paragraph of its own, and the next one is a paragraph too.';
    expect(readPlainText(`${long}\n${long}`).text).toBe(`${long}\n\n${long}`);
  });

  it('joins wrapped Chinese without a space', () => {
    expect(readPlainText('热泵可以从空气中吸收热量，\n然后把热量送到房间里，非常省电。').text).toBe(
      '热泵可以从空气中吸收热量，然后把热量送到房间里，非常省电。',
    );
  });

  it('does not take the last line or a sentence for a heading', () => {
    expect(readPlainText('Title\n\nA sentence alone.\n\nThe end').text).toBe(
      '# Title\n\nA sentence alone.\n\nThe end',
    );
  });
});
