import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { expect, onTestFinished, test } from 'vitest';
import {
  githubAnnotations,
  githubMarkdown,
  writeGithubSummary,
} from '../../../src/cli/github-summary.ts';
import type { ItemOutcome } from '../../../src/core/summary.ts';
import { createFakeTerminal } from '../../support/fake-terminal.ts';
import { NOTHING_FOUND, outcome, summaryOf } from '../../support/run-events.ts';

function failures(count: number): ItemOutcome[] {
  return Array.from({ length: count }, (_, index) =>
    outcome({ index, keyword: `k${index}`, status: 'failed', error: NOTHING_FOUND }),
  );
}

test('annotations escape what would end a property or a command', () => {
  const error = { ...NOTHING_FOUND, message: '100% of\r\n::error::fake' };
  const items = [outcome({ keyword: 'a,b: c\n::add-mask::d', status: 'failed', error })];
  expect(githubAnnotations(summaryOf(items))).toEqual([
    '::error title=a%2Cb%3A c %3A%3Aadd-mask%3A%3Ad::100%25 of ::error::fake (NO_SOURCES)%0A→ Add documents with --library',
  ]);
});

test('GitHub shows ten annotations: the last of them counts the rest', () => {
  expect(githubAnnotations(summaryOf(failures(10)))).toHaveLength(10);
  const lines = githubAnnotations(summaryOf(failures(1010)));
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe('::error title=seo-content::1,001 more keywords failed');
});

test('the page is a table a fate, and shows every text as it is', () => {
  const keyword = '<img src=x> | [a](http://b) `c` **d** $e$ \\ https://evil.example';
  const items = [
    outcome({ keyword, files: ['content/a_b_c.md'], words: 1240 }),
    outcome({ keyword: 'failed', status: 'failed', error: NOTHING_FOUND }),
    outcome({ keyword: 'late', status: 'not-started' }),
  ];
  const html = new MarkdownIt({ html: true, linkify: true }).render(
    githubMarkdown(summaryOf(items)),
  );
  expect(html).toContain(
    'seo-content batch: 1 of 3 articles written in 1m 02s, 1 failed, 1 not started</h2>',
  );
  expect(html).toContain(
    '<td>&lt;img src=x&gt; | [a](http://b) `c` **d** $e$ \\ https://evil.example</td>',
  );
  expect(html).toContain('<td>content/a_b_c.md</td>');
  expect(html).toContain('<td>Research found nothing. (NO_SOURCES)</td>');
  expect(html).not.toMatch(/<(img|a|em|strong|code)\b/);
});

test('the page of a huge run stays below the limit of 1 MiB', () => {
  const keyword = '"電動自転車|"'.repeat(50);
  const error = { ...NOTHING_FOUND, message: keyword, suggestions: [keyword] };
  const items = failures(5000).flatMap((item) => [
    { ...item, keyword, error },
    outcome({ keyword, files: [keyword] }),
    outcome({ keyword, status: 'not-started' }),
  ]);
  const markdown = githubMarkdown(summaryOf(items));
  expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
  expect(markdown).toContain('and 4,800 more');
});

test('on GitHub Actions both are written, stdout is left alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'github-summary-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'summary.md');
  const terminal = createFakeTerminal();
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path };
  await writeGithubSummary(summaryOf(failures(1)), env, terminal.stream);
  expect(terminal.text()).toMatch(/^::error title=k0::.*\n$/);
  expect(await readFile(path, 'utf8')).toContain('### Failed (1)');
});

test('elsewhere nothing is written', async () => {
  const terminal = createFakeTerminal();
  const env = { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' };
  await writeGithubSummary(summaryOf(failures(1)), env, terminal.stream);
  expect(terminal.text()).toBe('');
});

test('a page that cannot be written is a warning, not a failure', async () => {
  const terminal = createFakeTerminal();
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/nowhere/summary.md' };
  await writeGithubSummary(summaryOf([outcome({})]), env, terminal.stream);
  expect(terminal.text()).toMatch(/^::warning::The job summary could not be written: .*\n$/);
});
