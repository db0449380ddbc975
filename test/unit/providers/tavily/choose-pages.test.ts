import { describe, expect, it } from 'vitest';
import { choosePages } from '../../../../src/providers/tavily/choose-pages.ts';

const choose = (subject: string, paths: readonly string[], most = 5) =>
  choosePages(
    paths.map((path) => `https://example.org${path}`),
    subject,
    most,
  ).map(({ url, score }) => [readable(new URL(url).pathname), Number(score.toFixed(2))]);

function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

describe('pages of a site are chosen by their addresses', () => {
  it('with more of the words first, then those that say less beside', () => {
    const paths = ['/', '/heat', '/blog/2024/05/heat-pump-costs', '/heat-pumps', '/heat-pump-cost'];
    expect(choose('heat pump costs', paths)).toEqual([
      ['/heat-pump-cost', 1],
      ['/blog/2024/05/heat-pump-costs', 1],
      ['/heat-pumps', 0.67],
    ]);
  });

  it('no more of them than wanted', () => {
    expect(choose('compost', ['/compost/a', '/compost', '/compost/b'], 2)).toEqual([
      ['/compost', 1],
      ['/compost/a', 1],
    ]);
  });

  it('in any script, and in a query, too', () => {
    expect(choose('堆肥', [`/${encodeURIComponent('堆肥')}/`, '/other'])).toEqual([['/堆肥/', 1]]);
    expect(choose('worm towers', ['/page?title=Worm_towers', '/page?title=Bins'])).toHaveLength(1);
  });

  it('whatever the addresses hold', () => {
    expect(choose('compost', ['/%E0%A4%A/compost', '/%ff%fe', '/%00compost'])).toHaveLength(2);
    expect(choose('the of and', ['/the-of-and'])).toEqual([]);
    expect(choose('', ['/'])).toEqual([]);
  });
});
