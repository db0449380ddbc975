import { describe, expect, it } from 'vitest';
import { articleTitle } from '../../../src/writing/article-title.ts';

const parts = {
  template: { title: '{{ keyword }}: {{ count }} Tips for {{ year }}' },
  language: 'en',
  count: 7,
  year: 2026,
};

describe('articleTitle', () => {
  it('renders the title of the template', () => {
    expect(articleTitle({ ...parts, keyword: 'worm bins' })).toBe('Worm Bins: 7 Tips for 2026');
  });

  it('lets a question be its own title', () => {
    expect(articleTitle({ ...parts, keyword: 'how loud is a heat pump' })).toBe(
      'How Loud Is a Heat Pump?',
    );
    expect(articleTitle({ ...parts, keyword: 'how to compost' })).toBe(
      'How to Compost: 7 Tips for 2026',
    );
  });

  it('drops what the template adds when the title gets too long, and cuts at 65 characters', () => {
    const keyword = 'choosing an air-source heat pump for an old brick house';
    expect(articleTitle({ ...parts, keyword })).toBe(
      'Choosing an Air-Source Heat Pump for an Old Brick House',
    );
    expect(
      articleTitle({ ...parts, keyword: 'very long '.repeat(500) }).length,
    ).toBeLessThanOrEqual(65);
  });
});
