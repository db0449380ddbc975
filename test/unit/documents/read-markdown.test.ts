import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/documents/read-markdown.ts';

describe('readMarkdown', () => {
  it('makes plain text of it: one line a block, no inline markup', async () => {
    const { text } = await readMarkdown(
      [
        'Title\n=====',
        'A *para* with **strong**, `code`, a [link](http://example.org "t") and a\nsoft break; a < b & snake_case_word.[^1]',
        '> Quoted words.',
        '1. one\n2. two\n   - nested\n- [x] done',
        '| A | B |\n|---|---|\n| x `y` | z |',
        '```js\ncode();\n```',
        '### Deeper',
        '![only an image](x.png)',
        '[^1]: The note.',
      ].join('\n\n'),
    );
    expect(text).toBe(
      [
        '# Title',
        'A para with strong, code, a link and a soft break; a < b & snake_case_word.',
        'Quoted words.',
        '1. one\n2. two\n- nested\n- done',
        '| A | B |\n| x y | z |',
        '    code();',
        '### Deeper',
        'The note.',
      ].join('\n\n'),
    );
  });

  it.each([
    '# T\n\nA *b* `c` [d](e) ![f](g)  \nh\\\ni & < j',
    '- one\n\n  more of one\n- two\n  1. deep\n  2. deeper\n\n     > quoted\n\n       code',
    '3. three\n4. four\n\n| a | b\\|c |\n|---|---|\n| `x` | |\n\n~~~\ncode\n\nmore\n~~~\n\n***\n\nEnd~~ing~~',
    '> # Quoted heading\n>\n> - [ ] task\n\nhttp://plain.example <http://auto.example> &copy; \\*',
  ])('reads %j the same with and without HTML beside it', async (markdown) => {
    const { text } = await readMarkdown(markdown);
    expect((await readMarkdown(`${markdown}\n\n<!-- HTML -->`)).text).toBe(text);
  });

  it('leaves scripts, comments and hidden parts of HTML inside out, and keeps its words', async () => {
    const { text } = await readMarkdown(
      'A <b onclick="x()">bold</b> word<!-- SECRET -->.\n\n<script>SCRIPT</script>\n\n<div style="display:none">HIDDEN</div>\n\n<details><summary>More</summary>\n\nInside.\n\n</details>',
    );
    expect(text).toBe('A bold word.\n\nMore\n\nInside.');
  });

  it('takes title, authors, date and language from the front matter', async () => {
    const content = await readMarkdown(
      '---\ntitle: "T: one"\nauthor: [Ann Lee, {name: Bo}]\ndate: 2025-03-09\nlang: en_us\n---\n\nText.',
    );
    expect(content).toEqual({
      title: 'T: one',
      author: 'Ann Lee, Bo',
      publishedAt: '2025-03-09',
      language: 'en-US',
      text: 'Text.',
      warnings: [],
    });
  });

  it('uses the first main heading as the title where front matter has none', async () => {
    expect((await readMarkdown('Intro.\n\n# The *real* title\n\nText.')).title).toBe(
      'The real title',
    );
    expect((await readMarkdown('Just text.')).title).toBeUndefined();
  });

  it('warns of broken front matter and reads on', async () => {
    const content = await readMarkdown('---\ntitle: [oops\n---\nText.');
    expect(content.text).toBe('Text.');
    expect(content.warnings).toHaveLength(1);
  });

  it('does not take a text between two rules for front matter', async () => {
    expect((await readMarkdown('---\nJust a line.\n---\nText.')).text).toContain('Just a line.');
  });

  it('ignores dates that are none and tags that are none', async () => {
    const content = await readMarkdown('---\ndate: 2025-13-45\nlanguage: "!!"\n---\nText.');
    expect(content).toEqual({ text: 'Text.', warnings: [] });
  });
});
