import { describe, expect, it } from 'vitest';
import { fitTitle } from '../../../../src/writing/extractive/fit-title.ts';

const guide = { title: '{{ keyword }}: A Practical Guide' };
const title = (keyword: string, language = 'en', promise = true) =>
  fitTitle({ keyword, template: guide, language, count: 5, year: 2026, promise });

describe('fitTitle', () => {
  it('keeps the title of the template where it fits', () => {
    expect(title('heat pump running costs')).toBe('Heat Pump Running Costs: A Practical Guide');
  });

  it.each([
    ['heat pumps', 'en'],
    ['home composting', 'en'],
    ['Wärmepumpe Kosten', 'de'],
    ['pompe à chaleur', 'fr'],
    ['bomba de calor', 'es'],
    ['pompa di calore', 'it'],
  ])('makes 30 to 60 characters of “%s” (%s), with the keyword first', (keyword, language) => {
    const made = title(keyword, language);
    expect(made.length).toBeGreaterThanOrEqual(30);
    expect(made.length).toBeLessThanOrEqual(60);
    expect(made.toLowerCase().startsWith(keyword.toLowerCase())).toBe(true);
  });

  it('puts no English words behind a keyword of another language', () => {
    expect(title('Wärmepumpe im Altbau richtig planen', 'de')).not.toMatch(/Guide/u);
  });

  it('promises nothing that the sources did not have', () => {
    const template = { title: '{{ keyword }}: Step by Step' };
    const made = fitTitle({
      keyword: 'how to compost',
      template,
      language: 'en',
      count: 5,
      year: 2026,
      promise: false,
    });
    expect(made).not.toMatch(/Step/u);
  });

  it('leaves a question as it is', () => {
    expect(title('how long does a heat pump last?')).toBe('How Long Does a Heat Pump Last?');
  });
});
