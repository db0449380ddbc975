import { describe, expect, it } from 'vitest';
import { checkArticleText } from '../../../src/checking/check-article-text.ts';
import { checkPage } from '../../../src/checking/check-page.ts';
import { readHtmlPage } from '../../../src/checking/read-html-page.ts';
import { readMarkdownPage } from '../../../src/checking/read-markdown-page.ts';
import { RULES } from '../../../src/checking/rules.ts';
import { body, html, markdown } from './pages.ts';

describe('checkPage', () => {
  it('finds nothing in an article that holds to the rules', () => {
    const text =
      'The [next page](other.md) tells more about noise.[^1]\n\n## Heat pump noise at night\n\nIt is low.\n\n[^1]: [A](https://example.org/), example.org';
    expect(
      checkArticleText(
        markdown(`# T\n\nHeat pump noise is low.\n\n${text}`, { keyword: 'heat pump noise' }),
      ),
    ).toEqual([]);
  });

  it('tells what is about the whole page first, then line by line, the worst first', () => {
    const found = checkArticleText('# A\n\n# TODO: write [x](javascript:y)\n\n### C\n');
    const places = found.map(({ line }) => line ?? 0);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    const severities = found
      .filter(({ line }) => line === undefined)
      .map(({ severity }) => severity);
    expect(severities).toEqual(['error', 'error']);
    expect(found.filter(({ line }) => line === 3).map(({ rule }) => rule)).toEqual([
      'h1-several',
      'placeholder-text',
      'link-unsafe',
    ]);
  });

  it('is the same each time, with a message, a remedy and a known rule everywhere', async () => {
    const page = await readHtmlPage(
      html({ body: '<h4>TODO: x</h4><a href="data:x"></a><img src="a">' }),
    );
    const found = checkPage(page, {
      keyword: 'solar',
      faq: true,
      words: { minimum: 900, maximum: 999 },
    });
    expect(found.length).toBeGreaterThan(8);
    expect(
      checkPage(page, { keyword: 'solar', faq: true, words: { minimum: 900, maximum: 999 } }),
    ).toEqual(found);
    for (const { rule, severity, message, remedy } of found) {
      expect(Object.keys(RULES)).toContain(rule);
      expect(severity).toBe(RULES[rule as keyof typeof RULES].severity);
      expect(message).toMatch(/\S.*[.!?]$/u);
      expect(remedy).toMatch(/\S.*[.!?]$/u);
    }
  });

  it('bounds how often one rule speaks', () => {
    const found = checkArticleText(body('[](a.md) '.repeat(500)));
    expect(found.filter(({ rule }) => rule === 'link-text')).toHaveLength(50);
  });

  it('takes the language that the caller knows', () => {
    const page = readMarkdownPage(markdown('Der Hund ist da. '.repeat(60), { language: 'en' }));
    const hard = 'Wirtschaftlichkeitsberechnungen berücksichtigen Investitionskosten. ';
    const german = readMarkdownPage(markdown(hard.repeat(40), { language: undefined }));
    expect(checkPage(page, { language: 'ja' }).some(({ rule }) => rule === 'readability')).toBe(
      false,
    );
    const found = checkPage(german, { language: 'de' }).find(({ rule }) => rule === 'readability');
    expect(found?.message).toContain('Amstad');
  });

  it('has rules that go by the name they are listed under', () => {
    expect(Object.entries(RULES).filter(([id, rule]) => id !== rule.id)).toEqual([]);
  });
});
