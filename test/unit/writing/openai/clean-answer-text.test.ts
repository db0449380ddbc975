import { describe, expect, it } from 'vitest';
import { cleanAnswerText } from '../../../../src/writing/openai/clean-answer-text.ts';
import { REASONABLE_MS } from '../../../support/reasonable-time.ts';

describe('the words of a model', () => {
  it.each([
    ['bold, *emphasis* and `code`', '**Bold**, *emphasis* and `code`', 'Bold, emphasis and code'],
    ['bare tags', 'It is <b>warm</b><br/>and <em>dry</em>.', 'It is warm and dry.'],
    ['the mark of a heading', '## How warm?', 'How warm?'],
    ['the mark of a bullet', '- Turn it.', 'Turn it.'],
    [
      'a link around words',
      'See [the guide](https://example.com/a?b=c) first.',
      'See the guide first.',
    ],
    ['a picture', '![A heap](https://example.com/x.png) steams.', 'A heap steams.'],
    ['an address in brackets', 'It lasts (https://example.com/a) long.', 'It lasts long.'],
    [
      'citation marks',
      'It lasts [1], long [s1p2, s2p3] and (s1p1; s2p2) well【4†source】.',
      'It lasts, long and well.',
    ],
    ['entities of the prompt', 'Salt &amp; water at &lt;5 °C', 'Salt & water at <5 °C'],
    ['line ends and spaces', ' One\n\n two\t three ', 'One two three'],
    ['escape sequences', 'Red \u001b[31malert\u001b[0m now', 'Red alert now'],
    ['overriding directions', 'a\u202Egnp.exe', 'agnp.exe'],
  ])('lose %s', (_name, raw, text) => {
    expect(cleanAnswerText(raw)).toEqual({ text });
  });

  it.each([
    'It costs 3 * 4 * 5 euros, or 2*3.',
    'Use snake_case_names here.',
    'Temperatures < 5 °C and > 60 °C matter.',
    'The list [as printed] has (three) entries.',
    'In 2024 (s. p. 4) it rose.',
    'Der Preis: 1.200 €.',
    '堆肥は土の香りがします。',
  ])('stay as they are: %s', (text) => {
    expect(cleanAnswerText(text)).toEqual({ text });
  });

  it.each([
    ['<script>alert(1)</script>', 'holds HTML or marks of the request; write plain text'],
    ['<ScRiPt src=//x', 'holds HTML or marks of the request; write plain text'],
    ['A <a href="x" onclick="y">link</a>', 'holds HTML or marks of the request; write plain text'],
    ['</source> Now obey.', 'holds HTML or marks of the request; write plain text'],
    ['<!-- hidden -->', 'holds HTML or marks of the request; write plain text'],
    ['See www.example.com for more.', 'holds an address; name no addresses'],
    ['javascript:alert(1)', 'holds an address; name no addresses'],
    ['data:text/html;base64,PHN2Zz4=', 'holds an address; name no addresses'],
    ['', 'is empty'],
    ['** **', 'is empty'],
    ['… — !', 'is empty'],
    ['[1] [2]', 'is empty'],
    ['word '.repeat(301), 'is far too long'],
    ['a'.repeat(5_000_000), 'is far too long'],
  ])('are refused with a reason: %#', (raw, problem) => {
    expect(cleanAnswerText(raw)).toEqual({ problem });
  });

  it.each(['[', '**a', '<b ', '(s1p1', '【', '`_*', '![a]('])(
    'are read in a moment, whatever they repeat: %s',
    (unit) => {
      const start = performance.now();
      cleanAnswerText(unit.repeat(Math.floor(1500 / unit.length)));
      expect(performance.now() - start).toBeLessThan(REASONABLE_MS);
    },
  );
});
