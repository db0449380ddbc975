import { describe, expect, it } from 'vitest';
import { formatTemplateList } from '../../../../src/cli/templates/format-template-list.ts';
import type { TemplateEntry } from '../../../../src/cli/templates/list-templates.ts';

const GUIDE: TemplateEntry = {
  use: 'guide',
  origin: 'shipped',
  inForce: true,
  description: 'An explanatory guide that answers the main questions on a subject',
  words: { minimum: 900, maximum: 1600 },
  sections: { minimum: 5, maximum: 5 },
  headings: 'question',
  faq: 4,
  problems: 0,
};
const FAULTY: TemplateEntry = {
  use: 'templates/my \u001b[31mred.md',
  origin: 'folder',
  inForce: false,
  description: '',
  problems: 2,
};

describe('formatTemplateList', () => {
  it('puts a star beside the template in force and shows a range of one as one figure', () => {
    const lines = formatTemplateList([GUIDE]).split('\n');
    expect(lines[1]).toMatch(/^\* guide +900–1,600 +5 +4 {2}An explanatory guide/);
  });

  it('says how many problems a file has, and the command that names them', () => {
    const text = formatTemplateList([GUIDE, FAULTY]);
    expect(text).toContain('cannot be used: 2 problems');
    expect(text).toContain('seo-content templates validate "templates/my red.md"');
    expect(text).not.toContain('\u001b');
  });

  it('cuts descriptions where the terminal ends', () => {
    const table = formatTemplateList([GUIDE], 70).split('\n').slice(0, 2);
    for (const line of table) expect(line.length).toBeLessThanOrEqual(70);
    expect(table[1]).toContain('…');
  });
});
