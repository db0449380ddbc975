import { describe, expect, it } from 'vitest';
import { isProse } from '../../../../src/writing/extractive/is-prose.ts';

describe('isProse', () => {
  it.each([
    'A heat pump moves heat from a colder to a warmer place.',
    '“Quiet” models are rated at 50 to 54 decibels.',
    '€400 is the usual price of a deep radiator with fitting.',
    'ヒートポンプは熱を低温側から高温側へ移動させる装置です。',
  ])('accepts %s', (text) => {
    expect(isProse(text)).toBe(true);
  });

  it.each([
    ['navigation', 'Home Products About us Contact Log in'],
    ['a link', 'See our [full guide](https://example.com) for all the details.'],
    ['a bare address', 'Write to info@example.com for a quotation on your house.'],
    ['a cookie notice', 'We use cookies to give you the best experience on our site.'],
    ['a call to subscribe', 'Subscribe to receive the best offers every single week.'],
    ['shouting', 'BUY THE BEST HEAT PUMP OF THE YEAR RIGHT NOW.'],
    ['a cut sentence', 'and then the compressor raises the temperature of the gas.'],
    ['no end', 'The compressor raises the temperature of the gas and then'],
    ['a fragment', 'Very quiet indeed.'],
    ['a list of prices', 'Small €100, medium €200, large €300, huge €400, giant €500.'],
    ['markup', 'The **compressor** raises the temperature of the cold gas.'],
  ])('refuses %s', (_, text) => {
    expect(isProse(text)).toBe(false);
  });

  it('accepts a short item of a list', () => {
    expect(isProse('Lower running costs', { item: true })).toBe(true);
    expect(isProse('Log in', { item: true })).toBe(false);
  });
});
