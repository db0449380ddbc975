import { describe, expect, it } from 'vitest';
import { findingsIn, findingsInHtml } from '../pages.ts';

describe('headings', () => {
  it('one main heading is wanted, which a title stands for in Markdown', async () => {
    expect(findingsIn('Text.', 'h1-missing')).toHaveLength(1);
    expect(findingsIn('---\ntitle: T\n---\nText.', 'h1-missing')).toEqual([]);
    expect(await findingsInHtml('<title>T</title><h2>x</h2>', 'h1-missing')).toHaveLength(1);
    expect(await findingsInHtml('<h1>x</h1>', 'h1-missing')).toEqual([]);
  });

  it('several main headings are an error on the line of the second', () => {
    expect(findingsIn('# A\n\nx\n\n# B\n\ny\n\n# C', 'h1-several')).toMatchObject([
      { severity: 'error', line: 5, message: expect.stringContaining('3 main headings') },
    ]);
    expect(findingsIn('# A\n\n## B', 'h1-several')).toEqual([]);
  });

  it.each([
    ['# A\n\n## B\n\n### C\n\n## D\n\n### E', []],
    ['# A\n\n### B\n\n#### C', [3]],
    ['## A\n\n#### B\n\n## C\n\n#### D', [3, 7]],
    ['### A', [1]],
  ])('in %j skip levels on lines %j', (source, lines) => {
    expect(findingsIn(source, 'heading-order').map(({ line }) => line)).toEqual(lines);
  });

  it('begin with h1 in HTML', async () => {
    expect(await findingsInHtml('<h2>x</h2>', 'heading-order')).toMatchObject([
      { message: expect.stringContaining('first heading') },
    ]);
  });

  it('have a text', async () => {
    expect(await findingsInHtml('<h1>T</h1>\n<h2> </h2>', 'heading-empty')).toMatchObject([
      { line: 2 },
    ]);
    expect(findingsIn('# T\n\n##\n\nx', 'heading-empty')).toMatchObject([{ line: 3 }]);
    expect(findingsIn('# T', 'heading-empty')).toEqual([]);
  });

  it('differ', () => {
    expect(findingsIn('## Why?\n\nx\n\n## why\n\ny\n\n## Who', 'heading-duplicate')).toMatchObject([
      { line: 5, message: expect.stringContaining('first on line 1') },
    ]);
  });

  it('have something below them', () => {
    expect(findingsIn('# T\n\nx\n\n## A\n\n## B\n\ny', 'section-empty')).toMatchObject([
      { line: 5 },
    ]);
    expect(findingsIn('# T\n\n## A\n\n- x', 'section-empty')).toEqual([]);
    // A page without any text has one finding, not one a heading.
    expect(findingsIn('# T\n\n## A', 'section-empty')).toEqual([]);
  });
});
