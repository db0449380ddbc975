import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { loadTemplate } from '../../../src/writing/load-template.ts';

const templatesDirectory = join(import.meta.dirname, '../../../templates/articles');
let baseDirectory: string;

beforeEach(async () => {
  baseDirectory = await mkdtemp(join(tmpdir(), 'template-'));
});
afterEach(() => rm(baseDirectory, { recursive: true }));

async function failure(nameOrPath: string): Promise<AppError> {
  const error = await loadTemplate(nameOrPath, { templatesDirectory, baseDirectory }).catch(
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error('expected an AppError', { cause: error });
  return error;
}

describe('loadTemplate', () => {
  it.each(['guide', 'listicle', 'comparison', 'how-to', 'glossary', 'product'])(
    'loads the shipped template %s',
    async (name) => {
      const template = await loadTemplate(name, { templatesDirectory, baseDirectory });
      expect(template.name).toBe(name);
      expect(template.questions.length).toBeGreaterThanOrEqual(3);
      expect(template.instructions.length).toBeGreaterThan(200);
    },
  );

  it('names the known templates when one is unknown', async () => {
    const error = await failure('essay');
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.suggestions.join()).toContain(
      'comparison, glossary, guide, how-to, listicle, product',
    );
  });

  it('takes a path relative to the base directory', async () => {
    const own = `---
name: own
description: Mine
title: "{{ keyword }}"
sections: { minimum: 1, maximum: 2 }
words: { minimum: 100, maximum: 200 }
questions: ["What is {{ keyword }}?", "Why {{ keyword }}?", "When {{ keyword }}?"]
headings: topic
faq: 0
---
Write.`;
    await writeFile(join(baseDirectory, 'own.md'), own);
    const template = await loadTemplate('own.md', { templatesDirectory, baseDirectory });
    expect(template).toMatchObject({ name: 'own', faq: 0, instructions: 'Write.' });
    expect(template.schema).toBe('Article');
    await writeFile(join(baseDirectory, 'own.md'), own.replace('faq: 0', 'faq: 0\nschema: HowTo'));
    const steps = await loadTemplate('own.md', { templatesDirectory, baseDirectory });
    expect(steps.schema).toBe('HowTo');
  });

  it('reports every fault at once, each with its field', async () => {
    const faulty = `---
name: Own Template
title: "{{ keyword"
sections: { minimum: 5, maximum: 2 }
words: { minimum: many, maximum: 200 }
questions: ["one"]
headings: roman
faq: 0
schema: Recipe
colour: red
---
Write.`;
    await writeFile(join(baseDirectory, 'faulty.md'), faulty);
    const { code, message } = await failure('./faulty.md');
    expect(code).toBe('CONFIG_INVALID');
    for (const field of [
      'name',
      'description',
      'title',
      'sections',
      'words.minimum',
      'schema',
      'questions',
      'headings',
    ])
      expect(message).toContain(`${field}: `);
    expect(message).toContain('colour');
  });

  it('refuses files that are no templates, are too large or are not there', async () => {
    await writeFile(join(baseDirectory, 'plain.md'), 'Only text.');
    await writeFile(join(baseDirectory, 'large.md'), 'x'.repeat(70_000));
    expect((await failure('./plain.md')).message).toContain('front matter');
    expect((await failure('./large.md')).message).toContain('64 KB');
    expect((await failure('./missing.md')).message).toContain('ENOENT');
    expect((await failure('guide\u0000')).code).toBe('CONFIG_INVALID');
  });
});
