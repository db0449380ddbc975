import { describe, expect, it } from 'vitest';
import { pageByline } from '../../../src/documents/page-byline.ts';

describe('pageByline', () => {
  it.each([
    ['By Mara Quill | Updated March 9, 2026', 'Mara Quill', '2026-03-09'],
    ['Written by Dr. Jonas Okoro, 12 May 2025', 'Jonas Okoro', '2025-05-12'],
    ['Published: 2024-11-30', undefined, '2024-11-30'],
    ['3 February 2026 · 7 min read', undefined, '2026-02-03'],
    ['Published on January 2, 2020 · Last updated on June 5, 2026', undefined, '2026-06-05'],
    ['by step and by step you get there', undefined, undefined],
    ['The plant was finished by April 2023 and works since then.', undefined, undefined],
  ])('reads “%s”', (line, author, publishedAt) => {
    const found = pageByline(`# Heat pumps\n\n${line}\n\nA heat pump moves heat.`);
    expect(found).toEqual({
      ...(author === undefined ? {} : { author }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
    });
  });

  it('reads nothing that stands far down, such as the date of a comment', () => {
    expect(pageByline(`${'Heat.\n'.repeat(500)}By Mara Quill | May 3, 2026`)).toEqual({});
  });
});
