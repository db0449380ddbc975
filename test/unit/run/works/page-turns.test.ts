import { describe, expect, it } from 'vitest';
import { PageTurns } from '../../../../src/run/works/page-turns.ts';

const free = new AbortController().signal;

function work(name: string, log: string[]) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const run = async () => {
    log.push(name);
    await promise;
    return name;
  };
  return { run, end: resolve };
}

describe('PageTurns', () => {
  it('lets so many work at a time, those of earlier batches first, and in their order', async () => {
    const log: string[] = [];
    const turns = new PageTurns(1);
    const names = ['0a', '2a', '1a', '2b', '1b'];
    const works = names.map((name) => work(name, log));
    const ends = works.map(({ run }, index) => turns.take(Number(names[index]?.[0]), free, run));
    for (const { end } of works) end();
    expect(await Promise.all(ends)).toEqual(names);
    expect(log).toEqual(['0a', '1a', '1b', '2a', '2b']);
  });

  it('hands the turn on when the work fails, and lets the next one in at once', async () => {
    const turns = new PageTurns(1);
    const failing = turns.take(0, free, () => Promise.reject(new Error('gone')));
    const next = turns.take(0, free, () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('gone');
    expect(await next).toBe('done');
    expect(await turns.take(3, free, () => Promise.resolve('again'))).toBe('again');
  });

  it('leaves out who was aborted while waiting', async () => {
    const log: string[] = [];
    const turns = new PageTurns(1);
    const first = work('first', log);
    const running = turns.take(0, free, first.run);
    const controller = new AbortController();
    const aborted = turns.take(0, controller.signal, work('never', log).run);
    const last = work('last', log);
    const ending = turns.take(1, free, last.run);
    controller.abort(new Error('stopped'));
    await expect(aborted).rejects.toThrow('stopped');
    first.end();
    last.end();
    await Promise.all([running, ending]);
    expect(log).toEqual(['first', 'last']);
  });
});
