import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FifoQueue } from '../../../src/batch/fifo-queue.ts';

describe('FifoQueue', () => {
  it('keeps the order of arrival, whoever leaves from wherever', () => {
    const steps = fc.array(fc.nat({ max: 30 }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (choices) => {
        const queue = new FifoQueue<number>();
        const model: number[] = [];
        const leave: (() => void)[] = [];
        choices.forEach((choice, step) => {
          if (choice % 3 === 0 && leave.length > 0) {
            const place = choice % leave.length;
            leave[place]?.();
            leave[place]?.();
            if (model.includes(place)) model.splice(model.indexOf(place), 1);
          } else {
            model.push(leave.length);
            leave.push(queue.push(leave.length));
          }
          expect([...queue], `after step ${step}`).toEqual(model);
          expect(queue.first).toBe(model[0]);
          expect(queue.size).toBe(model.length);
        });
      }),
    );
  });
});
