import { describe, expect, it } from 'vitest';
import { TEST_OPENAI_KEY } from '../support/loopback/server.ts';
import { csvFaults, htmlFaults, markdownFaults, textFaults } from '../support/output-faults.ts';

describe('what the end-to-end tests look for in output', () => {
  it.each([
    '<script>alert(1)</script>',
    '<script type="application/ld+json">{"a":"</script ><img src=x>"}</script>',
    '<p onclick="alert(1)">a</p>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href=" data:text/html,a">a</a>',
    '<a href="//evil.example/">a</a>',
    '<iframe srcdoc="a"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<p>a\u202eb</p>',
  ])('finds %s in HTML', (html) => {
    expect(htmlFaults(`<body>${html}</body>`)).not.toEqual([]);
  });

  it.each([
    '<details ontoggle=alert(1)>',
    '[a](javascript:alert(1))',
    '![a](https://evil.example/pixel.png)',
    '<javascript:alert(1)>',
    '---\ntitle: "a\u001b[31m"\n---\n\nText.',
  ])('finds %j in Markdown', (markdown) => {
    expect(markdownFaults(markdown)).not.toEqual([]);
  });

  it('finds formulas in tables, and keys in any text', () => {
    expect(csvFaults('a,b\r\n1,=cmd()\r\n')).toEqual(['=cmd()']);
    expect(csvFaults('a,b\r\n1,"  @SUM(1)"\r\n')).toEqual([]);
    expect(textFaults(`key: ${TEST_OPENAI_KEY}`)).toEqual([`the key ${TEST_OPENAI_KEY}`]);
  });

  it('finds nothing in what the program writes', () => {
    const page =
      '<head><link rel="canonical" href="https://example.com/a"><script type="application/ld+json">{"a":"\\u003cb"}</script></head><body><a href="heat-pumps.html">a</a> <a href="#source-1">b</a> <a href="https://example.com/#:~:text=a">c</a></body>';
    expect(htmlFaults(page)).toEqual([]);
    expect(
      markdownFaults('---\ntitle: "a"\n---\n\n# a\n\n&lt;b> \\[c](d) [e](./other.md)\n'),
    ).toEqual([]);
  });
});
