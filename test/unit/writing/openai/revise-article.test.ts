import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import type { Article } from '../../../../src/core/article.ts';
import {
  CLOSING,
  paragraph,
  partsAnswer,
  request,
  scope,
  scriptedModel,
  writerFor,
  type ScriptedModel,
} from './scripted-model.ts';

const article: Article = await writerFor(scriptedModel()).write(request, scope);

async function revise(
  model: ScriptedModel,
  problems: { part: string; message: string }[],
  fanOut = 2,
): Promise<Article> {
  const revised = await writerFor(model, fanOut).revise?.({ ...request, article, problems }, scope);
  if (revised === undefined) throw new Error('The writer does not revise.');
  return revised;
}

const NEW = [paragraph('Fresh air comes in with every turn of the fork.', 's2p1')];
const HEAD = {
  title: 'How compost gets ready in half a year',
  description: 'How compost gets ready, how a heap is turned, and what takes its time to rot away.',
};

describe('a revision', () => {
  it('writes a part again, and leaves all others the very same objects', async () => {
    const model = scriptedModel({ 'sections.1': [partsAnswer({ 'sections.1': NEW })] });
    const revised = await revise(model, [{ part: 'sections.1', message: 'It is wrong.' }]);
    expect(model.tasks()).toEqual(['sections.1']);
    expect(revised.sections[1]?.heading).toBe(article.sections[1]?.heading);
    expect(revised.sections[1]?.paragraphs[0]?.content).toEqual([
      {
        text: 'Fresh air comes in with every turn of the fork.',
        citations: [{ sourceId: 's2', passageId: 's2p1' }],
      },
    ]);
    expect(revised.sections[0]).toBe(article.sections[0]);
    expect(revised.sections[2]).toBe(article.sections[2]);
    expect(revised.faq).toBe(article.faq);
    expect(revised.introduction).toBe(article.introduction);
    expect(revised.conclusion).toBe(article.conclusion);
    expect(revised.title).toBe(article.title);
  });

  it('asks once for all problems of a part, with its text, its passages and the plan', async () => {
    const model = scriptedModel();
    await revise(model, [
      { part: 'sections.1.paragraphs.0', message: 'The source says 15, not <b>50</b>.' },
      { part: 'sections.1', message: 'It repeats what another part says.' },
    ]);
    expect(model.tasks()).toEqual(['sections.1']);
    const user = model.asked('sections.1').messages[1]?.content ?? '';
    expect(user).toContain('<text>\nAir gets in when the heap is turned every two weeks.\n</text>');
    expect(user).toContain('- The source says 15, not &lt;b&gt;50&lt;/b&gt;.');
    expect(user).toContain('- It repeats what another part says.');
    expect(user).toContain('sections.2: What rots slowly?');
    expect([...user.matchAll(/<passage id="(\w+)"/g)].map(([, id]) => id)).toEqual([
      's2p1',
      's2p2',
    ]);
  });

  it.each([
    ['introduction', 's1p1'],
    ['conclusion', 's2p1'],
    ['faq.0', 's2p2'],
  ] as const)('writes the %s again', async (part, passage) => {
    const written = [paragraph('Something else is told here.', passage)];
    const model = scriptedModel({ [part]: [partsAnswer({ [part]: written })] });
    const revised = await revise(model, [{ part: `${part}.0`, message: 'Wrong.' }]);
    expect(model.tasks()).toEqual([part]);
    const place = part === 'faq.0' ? revised.faq[0]?.answer : revised[part];
    expect(place?.[0]?.content[0]?.text).toBe('Something else is told here.');
    expect(revised.sections).toBe(article.sections);
    expect(revised.faq[0]?.question).toBe('What attracts rats?');
  });

  it('keeps the changes of all parts that are written again at the same time', async () => {
    const changed = (text: string, id: string) => [paragraph(text, id)];
    const model = scriptedModel({
      'sections.0': [partsAnswer({ 'sections.0': changed('First anew.', 's1p1') })],
      'sections.2': [partsAnswer({ 'sections.2': changed('Third anew.', 's3p1') })],
      conclusion: [partsAnswer({ conclusion: changed('End anew.', 's2p1') })],
    });
    const problems = ['sections.0', 'sections.2', 'conclusion'].map((part) => ({
      part,
      message: 'No.',
    }));
    const revised = await revise(model, problems, 3);
    const texts = [
      revised.sections[0]?.paragraphs,
      revised.sections[2]?.paragraphs,
      revised.conclusion,
    ];
    expect(texts.map((paragraphs) => paragraphs?.[0]?.content[0]?.text)).toEqual([
      'First anew.',
      'Third anew.',
      'End anew.',
    ]);
    expect(revised.sections[1]).toBe(article.sections[1]);
  });

  it('writes title and description again in one call, and takes only what was wrong', async () => {
    const model = scriptedModel({ 'title description': [HEAD, HEAD] });
    const title = await revise(model, [{ part: 'title', message: 'It is taken.' }]);
    expect(title.title).toBe(HEAD.title);
    expect(title.description).toBe(CLOSING.description);
    expect(model.asked('title description').messages[1]?.content).toContain('- It is taken.');
    const both = await revise(model, [
      { part: 'title', message: 'No.' },
      { part: 'description', message: 'No.' },
    ]);
    expect(both).toMatchObject(HEAD);
    expect(model.tasks()).toEqual(['title description', 'title description']);
  });

  it('keeps a part for which nothing better comes, and the changes of the others', async () => {
    const bad = partsAnswer({ 'sections.0': [paragraph('Nobody knows.')] });
    const model = scriptedModel({
      'sections.0': [bad, bad],
      'sections.1': [partsAnswer({ 'sections.1': NEW })],
      'sections.2': [new AppError('ANSWER_INVALID', 'The model refused.')],
    });
    const problems = [0, 1, 2].map((index) => ({ part: `sections.${index}`, message: 'No.' }));
    const revised = await revise(model, problems);
    expect(revised.sections[0]).toEqual(article.sections[0]);
    expect(revised.sections[1]?.paragraphs[0]?.content[0]?.text).toBe(NEW[0]?.sentences[0]?.text);
    expect(revised.sections[2]).toEqual(article.sections[2]);
    expect(model.tasks().toSorted()).toEqual([
      'sections.0',
      'sections.0 again',
      'sections.1',
      'sections.2',
    ]);
  });

  it('ends with what a provider failed with', async () => {
    const failure = new AppError('BUDGET_EXHAUSTED', 'No money.');
    const model = scriptedModel({ 'sections.0': [failure] });
    await expect(revise(model, [{ part: 'sections.0', message: 'No.' }])).rejects.toBe(failure);
  });

  it.each(['sections.9', 'faq.4', 'nothing', ''])(
    'asks for no part that is not there: “%s”',
    async (part) => {
      const model = scriptedModel();
      expect(await revise(model, [{ part, message: 'No.' }])).toBe(article);
      expect(model.requests).toEqual([]);
    },
  );
});
