import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TemplateVerdict } from '../../src/cli/templates/check-template-files.ts';
import type { TemplateEntry } from '../../src/cli/templates/list-templates.ts';
import type { TemplateReport } from '../../src/cli/templates/show-template.ts';
import { runSource } from '../support/run-source.ts';

const SHIPPED = ['comparison', 'glossary', 'guide', 'how-to', 'listicle', 'product'];

const REVIEW = `---
name: review
description: Reviews of one product
title: "{{ keyword }} Tested in {{ year }}"
sections: { minimum: 3, maximum: 5 }
words: { minimum: 600, maximum: 900 }
questions:
  - "What is {{ keyword }}?"
  - "How much does {{ keyword }} cost?"
  - "Who makes {{ keyword }}?"
headings: topic
faq: 0
---
Write a review.
Say what you tried.
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const program = (...args: string[]) =>
  runSource(['templates', ...args], {
    cwd: folder,
    environment: { SOURCE_DATE_EPOCH: '1767225600' },
  });

async function keep(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}

describe('templates list', () => {
  it('lists the shipped ones where there are no others', async () => {
    const { exitCode, stdout } = await program('list', '--json');
    expect(exitCode).toBe(0);
    const entries = JSON.parse(stdout) as TemplateEntry[];
    expect(entries.map(({ use }) => use)).toEqual(SHIPPED);
    expect(entries.every(({ problems, origin }) => problems === 0 && origin === 'shipped')).toBe(
      true,
    );
    expect(entries.filter(({ inForce }) => inForce).map(({ use }) => use)).toEqual(['guide']);
  });

  it('adds those of ./templates and of the configuration, faulty ones too', async () => {
    await keep('templates/review.md', REVIEW);
    await keep('templates/broken.md', REVIEW.replace('faq: 0', 'faq: none'));
    await keep('templates/README.md', 'How we write.');
    await keep('templates/notes.txt', 'Not a template.');
    await keep('house/long-read.md', REVIEW.replace('name: review', 'name: long-read'));
    await keep('seo-content.config.json', '{"template": "./house/long-read.md"}');
    const { stdout } = await program('list', '--json');
    const own = (JSON.parse(stdout) as TemplateEntry[]).slice(SHIPPED.length);
    expect(own).toMatchObject([
      { use: 'templates/broken.md', origin: 'folder', problems: 1 },
      { use: 'templates/review.md', origin: 'folder', problems: 0, faq: 0 },
      { use: join('house', 'long-read.md'), origin: 'configuration', inForce: true },
    ]);
    const people = await program('list');
    expect(people.stdout).toMatch(/^\* house.long-read\.md +600–900 +3–5 +0 {2}Reviews/m);
    expect(people.stdout).toContain('seo-content templates validate templates/broken.md');
  });

  it('names a template of the folder once when the configuration names it too', async () => {
    await keep('templates/review.md', REVIEW);
    await keep('seo-content.config.json', '{"template": "./templates/review.md"}');
    const { stdout } = await program('list', '--json');
    const own = (JSON.parse(stdout) as TemplateEntry[]).slice(SHIPPED.length);
    expect(own).toMatchObject([{ use: 'templates/review.md', origin: 'folder', inForce: true }]);
  });
});

describe('templates show', () => {
  it('shows what each field holds and means, and what the template makes of a keyword', async () => {
    await keep('templates/review.md', REVIEW);
    const { exitCode, stdout } = await program(
      'show',
      './templates/review.md',
      '--keyword',
      'espresso mills',
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain('{{ keyword }} Tested in {{ year }}');
    expect(stdout).toContain('a whole number from 0 (no FAQ) to 20');
    expect(stdout).toContain('Espresso Mills Tested in 2026');
    expect(stdout).toContain('How much do espresso mills cost?');
    expect(stdout).toContain('  Write a review.\n  Say what you tried.');
  });

  it('is one document with --json', async () => {
    const { stdout } = await program('show', 'listicle', '--json');
    const report = JSON.parse(stdout) as TemplateReport;
    expect(report.name).toBe('listicle');
    expect(report.example.title).toContain('Garden Sheds');
    expect(report.example.questions.length).toBeGreaterThanOrEqual(3);
    expect(report.instructions.length).toBeGreaterThan(200);
    // Whatever fields a template has, each is explained.
    expect(
      report.fields.filter(({ meaning, allowed }) => meaning === '' || allowed === ''),
    ).toEqual([]);
  });

  it.each([
    [['show', 'essay'], /no article template named “essay”[\s\S]*comparison, glossary/],
    [['show', 'guide', '--keyword', ' '], /--keyword names no keyword/],
    [['show', './missing.md'], /Cannot read the article template .*missing\.md/],
    [['show'], /has to be named: template/],
  ])('ends %j with exit code 2', async (args, words) => {
    const { exitCode, stdout, stderr } = await program(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(words);
    expect(stdout).toBe('');
  });

  it('says so when a title can be read but not rendered', async () => {
    await keep('bad.md', REVIEW.replace('{{ year }}', "{% render 'x' %}"));
    const { exitCode, stderr } = await program('show', 'bad.md');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('cannot be rendered');
  });
});

describe('templates validate', () => {
  it('passes what a run can use', async () => {
    await keep('templates/review.md', REVIEW);
    const { exitCode, stdout } = await program('validate', 'templates/review.md', ...SHIPPED);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('✔ templates/review.md  review');
    expect(stdout).toContain('7 templates can be used.');
  });

  it('tells all problems of all files at once, with lines and remedies', async () => {
    await keep('one.md', REVIEW.replace('faq: 0', 'fag: 0').replace('topic', 'roman'));
    await keep('two.md', 'Only text.');
    await keep('three.md', REVIEW.replace('{{ year }}', '{{ yeer }}'));
    await keep('four.md', REVIEW.replace('{{ year }}', "{% render 'x' %}"));
    const paths = ['one.md', 'two.md', 'three.md', 'four.md', 'missing.md'];
    const { exitCode, stdout } = await program('validate', ...paths);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('line 11, headings: must be one of question, topic, item, step');
    expect(stdout).toContain(
      'line 12, fag: is no field of a template\n    → Remove it, or call it faq.',
    );
    expect(stdout).toContain('faq: is missing\n    → Put there: a whole number from 0');
    expect(stdout).toContain('does not begin with front matter');
    expect(stdout).toContain('! line 4, title: “yeer” is not known here');
    expect(stdout).toContain('cannot be rendered');
    expect(stdout).toContain('missing.md (ENOENT)');
    expect(stdout).toContain('4 of 5 templates cannot be used.');
  });

  it('is one document with --json, and has each path once', async () => {
    await keep('one.md', REVIEW.replace('faq: 0', 'faq: 99'));
    const { exitCode, stdout, stderr } = await program('validate', 'one.md', 'one.md', '--json');
    expect(exitCode).toBe(2);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout) as TemplateVerdict[]).toMatchObject([
      {
        path: 'one.md',
        usable: false,
        problems: [{ line: 12, field: 'faq', message: 'must be at most 20' }],
        warnings: [],
      },
    ]);
  });

  it('lets nothing of a file reach the terminal as a command', async () => {
    await keep('evil.md', REVIEW.replace('faq: 0', '"\\e[2J": 1\nfaq: 0'));
    const { exitCode, stdout } = await program('validate', 'evil.md');
    expect(exitCode).toBe(2);
    expect(stdout).not.toContain('\u001b');
  });

  it('asks for a path', async () => {
    const { exitCode, stderr } = await program('validate');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('has to be named: path');
  });
});
