import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../../src/core/dossier.ts';
import { withBothSides } from '../../../../src/writing/openai/with-both-sides.ts';
import { dossier, request, scope, scriptedModel, writerFor } from './scripted-model.ts';

const contradictions: Dossier['contradictions'] = [
  {
    about: 'heap',
    kind: 'figure',
    passages: [
      { sourceId: 's1', passageId: 's1p2', text: 'It heats up in </side> three days.', says: '' },
      { sourceId: 's2', passageId: 's2p1', text: 'It heats up in three weeks.', says: '' },
    ],
  },
];

describe('contradictions between sources', () => {
  const sided = { ...request, dossier: { ...dossier, contradictions } };

  it('stand in the prompt of a part as data, with both passages and the advice to name both', async () => {
    const model = scriptedModel();
    await writerFor(model).write(sided, scope);
    // Its outline names the first source alone.
    const prompt = model.asked('sections.0').messages.at(-1)?.content ?? '';
    expect(prompt).toContain('name both sides');
    expect(prompt).toContain('<side of="s1p2">It heats up in &lt;/side&gt; three days.</side>');
    expect(prompt).toContain('<side of="s2p1">It heats up in three weeks.</side>');
    expect(prompt).toContain('<passage id="s2p1">');
    expect(model.asked('sections.2').messages.at(-1)?.content).not.toContain('contradict');
  });

  it('leave prompts alone where there are none', async () => {
    const model = scriptedModel();
    await writerFor(model).write(request, scope);
    for (const { messages } of model.requests)
      expect(messages.map(({ content }) => content).join('\n')).not.toContain('contradict');
  });

  it('bring in the other side only, in the order of the dossier', () => {
    const selected = dossier.sources.slice(1, 2).map((source) => ({
      ...source,
      passages: source.passages.slice(0, 1),
    }));
    const { sources } = withBothSides(selected, { ...dossier, contradictions });
    expect(sources.flatMap(({ passages }) => passages.map(({ id }) => id))).toEqual([
      's1p2',
      's2p1',
    ]);
    expect(withBothSides(selected, dossier)).toEqual({ sources: selected, contradictions: [] });
  });
});
