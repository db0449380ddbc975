import { describe, expect, it } from 'vitest';
import { Workplace } from '../support/cli.ts';

const KEYWORD = 'how does a heat pump work';
const SLUG = 'how-does-a-heat-pump-work';

/** The words of each footnote in front of its quotes. */
function references(markdown: string): string[] {
  return [...markdown.matchAll(/^\[\^\d+\]: (.*)$/gmu)].map(([, line = '']) => line);
}

describe('a list of references and a bibliography, without any key', () => {
  it('are written in the style that is asked for, and checked as any other list', async () => {
    await using place = await Workplace.open();
    const flags = ['--citation-style', 'apa', '--bibliography', '--format', 'md,html,json'];
    const { exitCode, stdout } = await place.run(['generate', KEYWORD, ...flags]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Also written: content/references.bib');
    const markdown = await place.read(`content/${SLUG}.md`);
    const notes = references(markdown);
    expect(notes.length).toBeGreaterThan(1);
    for (const note of notes) expect(note).toMatch(/\((?:\d{4}(?:, \w+(?: \d+)?)?|n\.d\.)\)\. /u);
    const { sources } = JSON.parse(await place.read(`content/${SLUG}.json`));
    expect(sources).toHaveLength(notes.length);
    const bibliography = await place.read('content/references.bib');
    expect(bibliography.match(/^@\w+\{[a-z0-9]+,$/gmu)).toHaveLength(notes.length);
    for (const { path } of sources)
      expect(bibliography).toContain(String(path).replaceAll('_', String.raw`\_`));
    const checked = await place.run(['check', `content/${SLUG}.md`, `content/${SLUG}.html`]);
    const counts = [...checked.stdout.matchAll(/(\d+) of (\d+) sentences cited/gu)];
    expect(counts).toHaveLength(2);
    for (const [, cited, all] of counts) expect(cited).toBe(all);
  });

  it('are told once for a whole run, in order of first citation', async () => {
    await using place = await Workplace.open();
    const flags = ['--bibliography', '--internal-links', '0'];
    const keywords = [KEYWORD, 'heat pump noise'];
    const { exitCode } = await place.run(['batch', ...keywords, ...flags]);
    expect(exitCode).toBe(0);
    const whole = await place.read('content/references.bib');
    const notes = (
      await Promise.all([SLUG, 'heat-pump-noise'].map((slug) => place.read(`content/${slug}.md`)))
    ).flatMap(references);
    const paths = notes.map(
      (note) => /[\w./-]+\.(?:md|html|txt|pdf|docx)\b/u.exec(note)?.[0] ?? '',
    );
    const entries = [...whole.matchAll(/^ {2}note = \{(.*)\},$/gmu)].map(([, path = '']) =>
      path.replaceAll('\\', ''),
    );
    expect(entries).toEqual([...new Set(paths)]);
  });
});
