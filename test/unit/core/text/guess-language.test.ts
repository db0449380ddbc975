import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../../src/core/text/guess-language.ts';

describe('guessLanguage', () => {
  it.each([
    [
      'en',
      'The heat pump is one of the devices that many people have heard of, but few of them know how it works.',
    ],
    [
      'de',
      'Die Wärmepumpe ist ein Gerät, von dem viele gehört haben, aber nur wenige wissen, wie es in der Praxis arbeitet.',
    ],
    [
      'fr',
      'La pompe à chaleur est un appareil dont tout le monde parle, mais peu de gens savent comment elle marche dans une maison.',
    ],
    [
      'es',
      'La bomba de calor es un aparato del que todos hablan, pero pocos saben cómo funciona y lo que cuesta en una casa.',
    ],
    ['ja', 'ヒートポンプの仕組みはとても簡単です。'],
    ['zh', '热泵的工作原理很简单。'],
  ])('recognises %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it.each([
    '',
    'Heat pump.',
    '1 2 3',
    'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor',
  ])('does not guess from %j', (text) => {
    expect(guessLanguage(text)).toBeUndefined();
  });
});
