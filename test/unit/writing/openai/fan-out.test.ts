import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import type { ChatModel, ChatRequest } from '../../../../src/providers/chat-model.ts';
import { request, scriptedModel, scope, taskOf, writerFor } from './scripted-model.ts';

const PARTS = ['sections.0', 'sections.1', 'sections.2', 'faq.0'];

interface Held {
  task: string;
  signal: AbortSignal;
  answer: () => void;
  fail: (error: Error) => void;
}

/** A model that answers plan and closing at once, and each part when it is told to. */
function heldModel() {
  const inner = scriptedModel();
  const waiting: Held[] = [];
  let most = 0;
  const watchers = new Set<() => void>();
  const model: ChatModel = {
    name: inner.name,
    async complete(chat: ChatRequest, calls) {
      const task = taskOf(chat);
      if (!PARTS.includes(task)) return inner.complete(chat, calls);
      const gate = Promise.withResolvers<void>();
      const end = (settle: () => void) => {
        waiting.splice(waiting.indexOf(held), 1);
        settle();
      };
      const held: Held = {
        task,
        signal: calls.signal,
        answer: () => end(gate.resolve),
        fail: (error) => end(() => gate.reject(error)),
      };
      waiting.push(held);
      most = Math.max(most, waiting.length);
      calls.signal.addEventListener('abort', () => held.fail(calls.signal.reason as Error));
      for (const look of watchers) look();
      await gate.promise;
      return inner.complete(chat, calls);
    },
  };
  /** Resolves as soon as so many parts wait for their answers. */
  const whenWaiting = (count: number) =>
    new Promise<readonly Held[]>((resolve) => {
      const look = () => {
        if (waiting.length < count) return;
        watchers.delete(look);
        resolve([...waiting]);
      };
      watchers.add(look);
      look();
    });
  return { model, inner, whenWaiting, waiting, most: () => most };
}

const tasksOf = (held: readonly Held[]) => held.map(({ task }) => task);

describe('the calls for one article', () => {
  it('are made as many at a time as the fan-out allows, and the next when one is answered', async () => {
    const { model, inner, whenWaiting, most } = heldModel();
    const writing = writerFor(model, 3).write(request, scope);
    const first = await whenWaiting(3);
    expect(tasksOf(first)).toEqual(['sections.0', 'sections.1', 'sections.2']);
    // Answered out of order: the place of a part does not depend on when it was written.
    first[2]?.answer();
    first[1]?.answer();
    const next = await whenWaiting(2);
    expect(tasksOf(next)).toContain('faq.0');
    expect(inner.tasks()).not.toContain('closing');
    for (const { answer } of next) answer();
    const article = await writing;
    expect(most()).toBe(3);
    expect(inner.tasks()[0]).toBe('outline');
    expect(inner.tasks().at(-1)).toBe('closing');
    expect(article.sections.map(({ paragraphs }) => paragraphs[0]?.content[0]?.text)).toEqual([
      'Compost is ready as soon as it smells like earth.',
      'Air gets in when the heap is turned every two weeks.',
      'Without grass, leaves take long to rot.',
    ]);
  });

  it('are made one after the other with a fan-out of 1', async () => {
    const { model, whenWaiting, most } = heldModel();
    const writing = writerFor(model, 1).write(request, scope);
    for (const task of PARTS) {
      const [held] = await whenWaiting(1);
      expect(held?.task).toBe(task);
      held?.answer();
    }
    await writing;
    expect(most()).toBe(1);
  });

  it('end with the first failure: what is under way is aborted, and nothing else is asked', async () => {
    const { model, inner, whenWaiting, waiting } = heldModel();
    const writing = writerFor(model, 2).write(request, scope);
    const [first, second] = await whenWaiting(2);
    const failure = new AppError('KEY_REJECTED', 'The key is wrong.');
    first?.fail(failure);
    await expect(writing).rejects.toBe(failure);
    expect(second?.signal.aborted).toBe(true);
    expect(waiting).toEqual([]);
    expect(inner.tasks()).toEqual(['outline']);
  });

  it('end when the run is aborted, with its reason', async () => {
    const { model, inner, whenWaiting, waiting } = heldModel();
    const stop = new AbortController();
    const writing = writerFor(model, 2).write(request, { signal: stop.signal });
    await whenWaiting(2);
    const reason = new DOMException('Stopped.', 'AbortError');
    stop.abort(reason);
    await expect(writing).rejects.toBe(reason);
    expect(waiting).toEqual([]);
    expect(inner.tasks()).toEqual(['outline']);
  });
});
