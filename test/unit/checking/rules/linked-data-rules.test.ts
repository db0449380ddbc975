import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../../src/checking/rule.ts';
import { findingsInHtml, html, TITLE } from '../pages.ts';

const CONTEXT = 'https://schema.org';

async function messages(data: unknown, rule: RuleId = 'json-ld-invalid', body = '') {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const head = `<script type="application/ld+json">${text}</script>`;
  const found = await findingsInHtml(html({ head, body }), rule);
  return found.map(({ message }) => message);
}

const article = (more: object = {}) => ({
  '@context': CONTEXT,
  '@type': 'Article',
  headline: TITLE,
  author: { '@type': 'Person', name: 'A. Leaf' },
  datePublished: '2026-11-22',
  image: 'https://example.org/a.png',
  ...more,
});

describe('linked data', () => {
  it('is wanted, and fine when all is there', async () => {
    expect(await findingsInHtml(html(), 'json-ld-missing')).toHaveLength(1);
    for (const rule of [
      'json-ld-missing',
      'json-ld-invalid',
      'json-ld-recommended',
      'json-ld-mismatch',
    ] as const)
      expect(await messages(article(), rule)).toEqual([]);
    expect(await messages([article()])).toEqual([]);
    expect(await messages({ '@context': CONTEXT, '@graph': [article()] })).toEqual([]);
  });

  it.each([
    ['{"@type": "Article",}', 'not valid JSON'],
    ['', 'not valid JSON'],
    ['"text"', 'no object'],
    ['[]', 'no object'],
    [{ '@type': 'Article', headline: TITLE }, '@context'],
    [{ '@context': 'https://schema.org.evil.example', '@type': 'Article' }, '@context'],
    [{ '@context': CONTEXT, headline: TITLE }, '@type'],
    [`{"a": "${'x'.repeat(600_000)}"}`, '500,000'],
  ])('cannot be used as %j', async (data, reason) => {
    expect(await messages(data)).toEqual([expect.stringContaining(reason)]);
  });

  it.each([
    [{ headline: '' }, 'headline is missing'],
    [{ '@type': 'BlogPosting', headline: undefined }, 'BlogPosting: headline is missing'],
    [{ image: '/a.png' }, 'image “/a.png” is no absolute address'],
    [{ url: 'example.org' }, 'url “example.org”'],
    [{ mainEntityOfPage: { '@id': '/page' } }, 'mainEntityOfPage “/page”'],
    [{ datePublished: '22 November 2026' }, 'datePublished “22 November 2026” is no date'],
    [{ datePublished: '2026-13-40' }, 'datePublished'],
    [{ dateModified: 20261122 }, 'dateModified “20261122”'],
    [{ dateModified: '2025-01-01' }, 'lies before'],
    [{ author: { '@type': 'Person' } }, 'author has no name'],
    [{ author: [{ name: 'A' }, ''] }, 'author has no name'],
  ])('of an article with %j is wrong', async (more, reason) => {
    expect(await messages(article(more))).toEqual([expect.stringContaining(reason)]);
  });

  it('of an article could tell more', async () => {
    const bare = { '@context': CONTEXT, '@type': 'NewsArticle', headline: TITLE };
    expect(await messages(bare, 'json-ld-recommended')).toEqual([
      'Linked data could tell more: NewsArticle: author; NewsArticle: datePublished; NewsArticle: image.',
    ]);
  });

  it('of a headline has to stand in the page, whatever its case and punctuation', async () => {
    expect(await messages(article({ headline: 'Another headline' }), 'json-ld-mismatch')).toEqual([
      expect.stringContaining('“Another headline”'),
    ]);
    expect(
      await messages(
        article({ headline: TITLE.toUpperCase().replaceAll('?', ' !') }),
        'json-ld-mismatch',
      ),
    ).toEqual([]);
  });

  const faq = (name: string, text: string) => ({
    '@context': CONTEXT,
    '@type': 'FAQPage',
    mainEntity: { '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } },
  });
  const shown =
    '<h2>FAQ</h2><h3>Is it loud?</h3><p>No. It hums<sup><a href="#s">1</a></sup>, at night too.</p><p id="s">S</p>';

  it('of questions has to stand in the page: questions and each sentence of an answer', async () => {
    expect(
      await messages(
        faq('Is it loud?', 'No. It <b>hums</b>, at night too.'),
        'json-ld-mismatch',
        shown,
      ),
    ).toEqual([]);
    expect(
      await messages(faq('Is it loud?', 'No. It sings.'), 'json-ld-mismatch', shown),
    ).toHaveLength(1);
    expect(await messages(faq('Is it cheap?', 'No.'), 'json-ld-mismatch', shown)).toHaveLength(1);
    // Words are compared as a whole.
    expect(await messages(faq('Is it loud?', 'It hum'), 'json-ld-mismatch', shown)).toHaveLength(1);
  });

  it.each([
    [{ mainEntity: [] }, 'no question'],
    [{ mainEntity: [{ '@type': 'Thing' }] }, 'entry 1 is no Question'],
    [
      { mainEntity: [{ '@type': 'Question', acceptedAnswer: { text: 'No.' } }] },
      'question 1 has no name',
    ],
    [{ mainEntity: [{ '@type': 'Question', name: 'Is it loud?' }] }, 'no acceptedAnswer'],
  ])('of questions with %j is wrong', async (more, reason) => {
    expect(await messages({ ...faq('', ''), ...more }, 'json-ld-invalid', shown)).toEqual([
      expect.stringContaining(reason),
    ]);
  });

  it('of instructions needs a name and steps with texts that stand in the page', async () => {
    const howTo = (step: unknown, more = {}) => ({
      '@context': CONTEXT,
      '@type': 'HowTo',
      name: TITLE,
      step,
      ...more,
    });
    const steps = '<h2>Dig a hole</h2><p>Ten inches deep.</p>';
    const good = { '@type': 'HowToStep', name: 'Dig a hole', text: 'Ten inches deep.' };
    expect(await messages(howTo([good]), 'json-ld-invalid', steps)).toEqual([]);
    expect(await messages(howTo([good]), 'json-ld-mismatch', steps)).toEqual([]);
    const section = {
      '@type': 'HowToSection',
      itemListElement: [good, { ...good, text: 'Fill it.' }],
    };
    expect(await messages(howTo(section), 'json-ld-mismatch', steps)).toEqual([
      expect.stringContaining('step 2, “Fill it.”'),
    ]);
    expect(await messages(howTo([]), 'json-ld-invalid', steps)).toHaveLength(1);
    expect(
      await messages(howTo([{ '@type': 'HowToStep' }]), 'json-ld-invalid', steps),
    ).toHaveLength(1);
    expect(
      await messages(howTo([good], { totalTime: 'PT1H30M' }), 'json-ld-invalid', steps),
    ).toEqual([]);
    expect(
      await messages(howTo([good], { totalTime: '90 minutes' }), 'json-ld-invalid', steps),
    ).toHaveLength(1);
  });

  it('of breadcrumbs counts on, with names and addresses', async () => {
    const crumbs = (...itemListElement: unknown[]) => ({
      '@context': CONTEXT,
      '@type': 'BreadcrumbList',
      itemListElement,
    });
    const entry = (position: number, item?: string) => ({
      '@type': 'ListItem',
      position,
      name: `Level ${position}`,
      ...(item === undefined ? {} : { item }),
    });
    expect(await messages(crumbs(entry(1, 'https://example.org/'), entry(2)))).toEqual([]);
    expect(await messages(crumbs(entry(1), entry(2)))).toEqual([
      expect.stringContaining('entry 1'),
    ]);
    expect(await messages(crumbs(entry(1, '/a'), entry(2)))).toHaveLength(1);
    expect(await messages(crumbs(entry(1, 'https://example.org/'), entry(3)))).toEqual([
      expect.stringContaining('position of entry 2'),
    ]);
    expect(await messages(crumbs({ '@type': 'ListItem', position: 1 }, 'x'))).toHaveLength(3);
    expect(await messages(crumbs())).toHaveLength(1);
    expect(await messages(crumbs(entry(1)), 'json-ld-recommended')).toHaveLength(1);
  });

  it('may be of any shape without harm', async () => {
    const deep = '{"a":'.repeat(5000) + '1' + '}'.repeat(5000);
    expect(
      await messages(
        `{"@context":"${CONTEXT}","@type":"Article","headline":"x","b":${deep}}`,
        'json-ld-mismatch',
      ),
    ).toHaveLength(1);
    for (const value of [null, 7, 'x', [], {}, [null, [[]]], { '@type': 7 }]) {
      const data = {
        ...article(),
        '@type': ['Article', 'FAQPage'],
        mainEntity: value,
        author: value,
        image: value,
      };
      expect(Array.isArray(await messages(data))).toBe(true);
    }
  });
});
