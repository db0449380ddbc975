import { describe, expect, it } from 'vitest';
import { body, findingsIn, findingsInHtml, html, markdown } from '../pages.ts';

describe('figures of the head', () => {
  it('stand in the text, the headings below the title, or the keyword', () => {
    const fields = { title: 'Heat pumps save 1,250 euros a year', keyword: 'heat pumps' };
    const found = findingsIn(markdown(body('## A year'), fields), 'figure-unsaid');
    expect(found).toMatchObject([
      { severity: 'warning', line: 2, message: expect.stringContaining('The title says “1,250”') },
    ]);
    for (const said of ['They save 1250 euros.', '## Why 1250 euros?\n\nSo.'])
      expect(findingsIn(markdown(body(said), fields), 'figure-unsaid')).toEqual([]);
    const keyword = 'heat pumps 1250';
    expect(findingsIn(markdown(body(), { ...fields, keyword }), 'figure-unsaid')).toEqual([]);
    expect(findingsIn(markdown(body(), fields), 'figure-unsaid', { keyword })).toEqual([]);
  });

  it('are looked for in the description too, once each', async () => {
    const head = '<meta name="description" content="It saves 44 % and 55 % of the energy.">';
    const page = html({ head }).replace(/<meta name="description" content="How[^>]*>/u, '');
    const found = await findingsInHtml(page, 'figure-unsaid');
    expect(found.map(({ message }) => message)).toEqual([
      'The meta description says “44”, which stands nowhere in the text.',
    ]);
  });
});
