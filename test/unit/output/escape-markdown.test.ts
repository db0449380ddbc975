import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/core/fold-text.ts';
import {
  escapeHeading,
  escapeLineStart,
  escapeLinkTarget,
  escapeMarkdown,
} from '../../../src/output/escape-markdown.ts';

const markdown = new MarkdownIt({ html: true });
const line = (text: string): string => escapeLineStart(escapeMarkdown(text));
const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
/** The joiners that part braces are invisible and no part of the text. */
const withoutJoiners = (text: string): string => text.replaceAll('\u2060', '');

describe('escapeMarkdown', () => {
  it.each([
    "Don't worry: it's an e-bike (see below), 3.5 kWh at 40–60 % — or 40-60 %.",
    'R&D at AT&T costs $5–$10, or ~5 minutes & more; a < b > c.',
    'snake_case_name and a_b stay; 5 * 3 = 15; #1 of 10; C# too!',
    'Ask: who, what? "Quoted" / either/or; 50% + 2 = x; a:b; user@example.com',
    'ヒートポンプは、暖房（ヒーター）です。',
    '-5 °C is colder than +3 °C.',
  ])('leaves ordinary prose alone: %s', (text) => {
    expect(line(text)).toBe(text);
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['[x](javascript:alert(1))', String.raw`\[x\](javascript:alert(1))`],
    ['![x](http://e.com/x.png)', String.raw`!\[x\](http://e.com/x.png)`],
    ['*bold* and _it_ and `code`', String.raw`\*bold\* and \_it\_ and \`code\``],
    ['__init__', String.raw`\_\_init\_\_`],
    ['a | b', String.raw`a \| b`],
    ['~~gone~~', String.raw`\~\~gone\~\~`],
    ['$x^2$', String.raw`\$x\^2\$`],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['C:\\*', String.raw`C:\\\*`],
    ['C:\\Users', 'C:\\\\Users'],
    ['@name, me@e.com', String.raw`\@name, me@e.com`],
    ['{{< raw >}}', '&#123;&#8288;&#123;< raw >&#125;&#125;'],
    ['{% include x %}', '&#123;% include x %&#125;'],
    ['line\none', 'line one'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each([
    '# heading',
    '---',
    '- - -',
    '***',
    '===',
    '> quote',
    '- item',
    '+ item',
    '12. item',
    '1) item',
    ':::danger',
    ': definition',
    '```js',
    '~~~',
    '    code',
    '[ref]: http://example.com',
    '[^1]: a note',
    '| a | b |',
    '<!-- more -->',
    '!!! note',
  ])('%j is a paragraph that shows itself', (text) => {
    const rendered = markdown.render(line(text)).trim();
    expect(rendered).toBe(`<p>${html(foldText(text))}</p>`);
  });

  it('keeps MDX from reading a sentence as a module', () => {
    expect(line('export const x = 1')).toBe('&#101;xport const x = 1');
    expect(line('Exports rose.')).toBe('Exports rose.');
  });

  it('shows any text as it is', () => {
    const piece = fc.constantFrom(
      ...'*_`~[]()<>{}#+-=.!|\\&$:;"\'1aé字 ',
      '\n',
      '&amp;',
      '&#',
      '<b',
      '](',
      '**',
      '1.',
      '- ',
      '```',
      '\u00A0',
      '\u202E',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = foldText(pieces.join(''));
        fc.pre(text !== '');
        const rendered = withoutJoiners(markdown.render(line(text)).trim());
        expect(rendered).toBe(`<p>${html(text)}</p>`);
      }),
      { numRuns: 3_000 },
    );
  });

  it('never leaves what a template engine looks for', () => {
    const piece = fc.constantFrom('{', '}', '%', '#', '<', '>', ' ', 'x', '\u200B', '\u2060');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const escaped = line(pieces.join(''));
        expect(escaped).not.toMatch(/[{}]|<(?!\s|$)/);
        expect(markdown.render(escaped)).not.toContain('{{');
      }),
    );
  });
});

describe('escapeHeading', () => {
  it.each(['Learn C #', 'x ##', '#', '- x', '1. x', 'Plain? Yes!', '[a](b) <i>'])(
    '%j shows itself',
    (text) => {
      expect(markdown.render(`## ${escapeHeading(text)}`).trim()).toBe(`<h2>${html(text)}</h2>`);
    },
  );
});

describe('escapeLinkTarget', () => {
  it('keeps the address one link that leads where it says', () => {
    const href = new URL('https://e.com/a(b)?x=1&copy;=[2]#"<y>').href;
    const rendered = markdown.render(`[t](${escapeLinkTarget(href)})`);
    expect(rendered.match(/<a /g)).toHaveLength(1);
    expect(rendered).toContain('href="https://e.com/a%28b%29?x=1&amp;copy;=%5B2%5D#%22%3Cy%3E"');
  });
});
