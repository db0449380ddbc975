import { describe, expect, it } from 'vitest';
import { checkPage } from '../../../../src/checking/check-page.ts';
import { readTextPage } from '../../../../src/checking/read-text-page.ts';
import { body, findingsIn, findingsInHtml, html, markdown } from '../pages.ts';

const words = (count: number) => `Word ${'word '.repeat(count - 2)}word.`;

describe('content', () => {
  it('an empty page is an error', async () => {
    for (const source of ['', '\n\n', '# Title', '---\ntitle: T\n---\n', '![p](p.png)']) {
      expect(findingsIn(source, 'page-empty')).toMatchObject([{ severity: 'error' }]);
    }
    expect(await findingsInHtml('<h1>T</h1><script>x</script>', 'page-empty')).toHaveLength(1);
    expect(findingsIn('x', 'page-empty')).toEqual([]);
  });

  it.each([
    [150, 0],
    [151, 1],
  ])('a paragraph of %i words: %i findings', (count, findings) => {
    const sentence = 'One two three four five. ';
    const text = sentence.repeat(Math.floor(count / 5)) + (count % 5 === 1 ? 'More.' : '');
    expect(findingsIn(text, 'paragraph-length')).toHaveLength(findings);
  });

  it.each([
    [40, 0],
    [41, 1],
  ])('a sentence of %i words: %i findings', (count, findings) => {
    expect(findingsIn(`Short one.\n${words(count)}`, 'sentence-length')).toHaveLength(findings);
  });

  it('a long sentence has its line', () => {
    expect(findingsIn(`Short one.\n${words(60)}`, 'sentence-length')).toMatchObject([{ line: 2 }]);
  });

  it('a text that is hard to read is told with its figure', () => {
    const hard =
      'Institutional considerations necessitate comprehensive interdisciplinary methodologies. ';
    expect(findingsIn(markdown(hard.repeat(20)), 'readability')).toMatchObject([
      {
        severity: 'note',
        message: expect.stringMatching(/^The text is very difficult to read: Reading ease/),
      },
    ]);
    expect(findingsIn(markdown('The cat sat on the mat. '.repeat(30)), 'readability')).toEqual([]);
    const german = markdown(
      'Wirtschaftlichkeitsberechnungen berücksichtigen Investitionskosten. '.repeat(40),
      {
        language: 'de',
      },
    );
    expect(findingsIn(german, 'readability')[0]?.message).toContain('Amstad');
  });

  it.each([
    [9, 1],
    [10, 0],
    [20, 0],
    [21, 1],
  ])('%i words where 10 to 20 are wanted: %i findings', (count, findings) => {
    const context = { words: { minimum: 10, maximum: 20 } };
    expect(findingsIn(`# T\n\n${words(count)}`, 'word-count', context)).toHaveLength(findings);
    expect(findingsIn(`# T\n\n${words(count)}`, 'word-count')).toEqual([]);
  });

  it('questions and answers are wanted where the type has them', () => {
    const faq = '## Frequently asked questions\n\n### Is it loud?\n\nNo.';
    expect(findingsIn(body(), 'faq-missing', { faq: true })).toHaveLength(1);
    expect(findingsIn(body(faq), 'faq-missing', { faq: true })).toEqual([]);
    expect(findingsIn(body(), 'faq-missing')).toEqual([]);
    // How often is no name of a FAQ.
    const german = '## Wie häufig?\n\n### Täglich?\n\nJa.';
    expect(findingsIn(body(german), 'faq-missing', { faq: true })).toHaveLength(1);
    expect(
      findingsIn(body(german.replace('Wie häufig?', 'Häufig gestellte Fragen')), 'faq-missing', {
        faq: true,
      }),
    ).toEqual([]);
  });

  it.each([
    'Lorem ipsum dolor sit amet.',
    'TODO: write this.',
    'The price is [insert price here].',
    'Ask [Your Company Name] today.',
    'All about {{ keyword }}.',
    'As an AI language model, I cannot say.',
    'I’m sorry, but I can’t help with that.',
    'See the study [citation needed].',
  ])('%j only holds a place', (text) => {
    expect(findingsIn(body(text), 'placeholder-text')).toMatchObject([
      { severity: 'error', line: 5 },
    ]);
  });

  it.each([
    'A todo list helps.',
    'Insert the key [see page 4] and turn it.',
    'I am sorry, but the shop is closed.',
    'Models of language are trained.',
    'The XXX Olympiad.',
  ])('%j is text', (text) => {
    expect(findingsIn(body(text), 'placeholder-text')).toEqual([]);
  });

  it('characters that hide or reorder are errors, marks of scripts and flags are not', () => {
    for (const hidden of ['\u202e', '\u2066', '\u001b[31m', '\u{E0041}', '\u009b']) {
      expect(findingsIn(body(`Text ${hidden}abc.`), 'hidden-characters')).toMatchObject([
        { severity: 'error', line: 5 },
      ]);
    }
    const fine = 'می‌خواهم 👩‍🚒 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ‏abc‎';
    expect(findingsIn(body(fine), 'hidden-characters')).toEqual([]);
  });

  it('active HTML is an error in Markdown and usual in HTML', async () => {
    for (const markup of [
      '<script>x()</script>',
      '<iframe src="x"></iframe>',
      '<b onclick="x">y</b>',
    ]) {
      expect(findingsIn(body(`Text.\n\n${markup}`), 'active-markup')).toHaveLength(1);
    }
    expect(findingsIn(body('`<script>` and <b>bold</b>'), 'active-markup')).toEqual([]);
    expect(await findingsInHtml(html({ body: '<script>x</script>' }), 'active-markup')).toEqual([]);
  });

  it('front matter has to be YAML', () => {
    expect(findingsIn('---\ntitle: [oops\n---\nText.', 'front-matter-invalid')).toHaveLength(1);
    expect(findingsIn(markdown(body()), 'front-matter-invalid')).toEqual([]);
  });

  it('plain text is looked at by the rules of text only', () => {
    const page = readTextPage('Lorem ipsum dolor.\r\n\r\nMore.');
    expect(checkPage(page).map(({ rule }) => rule)).toEqual(['placeholder-text']);
    expect(checkPage(page)[0]?.line).toBe(1);
  });
});
