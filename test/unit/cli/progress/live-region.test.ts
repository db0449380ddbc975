import { expect, test } from 'vitest';
import { createLiveRegion } from '../../../../src/cli/progress/live-region.ts';
import { emulateScreen } from '../../../support/fake-terminal.ts';

function start(reflows = true): { region: ReturnType<typeof createLiveRegion>; writes: string[] } {
  const writes: string[] = [];
  return { writes, region: createLiveRegion((text) => writes.push(text), reflows) };
}

test('rows are redrawn in place, with lines for good above them', () => {
  const { region, writes } = start();
  writes.push('before\n');
  region.draw(['a1', 'b1'], [], 80);
  region.draw(['a2', 'b1'], ['failed'], 80);
  region.draw(['a3', 'b1', 'c'], [], 80);
  region.draw(['a3'], [], 80);
  expect(emulateScreen(writes.join('')).rows).toEqual(['before', 'failed', 'a3']);
  region.clear(80);
  expect(emulateScreen(writes.join('')).rows).toEqual(['before', 'failed']);
});

test('an update is one write of the changed rows alone, and none when nothing changed', () => {
  const { region, writes } = start();
  region.draw(['unchanged', 'old'], [], 80);
  region.draw(['unchanged', 'new'], [], 80);
  region.draw(['unchanged', 'new'], [], 80);
  expect(writes).toHaveLength(2);
  expect(writes[1]).toContain('new');
  expect(writes[1]).not.toContain('unchanged');
});

test('when the terminal gets narrower, the rows that it broke in two are all taken back', () => {
  const { region, writes } = start();
  region.draw(['x'.repeat(70), '電'.repeat(30), 'short'], [], 80);
  region.draw(['x'], [], 40);
  expect(writes[1]).toContain('\u001b[5A');
});

test('a terminal that does not break rows anew keeps its height', () => {
  const { region, writes } = start(false);
  region.draw(['x'.repeat(70)], [], 80);
  region.draw(['x'], [], 40);
  expect(writes[1]).toContain('\u001b[1A');
});

test('once cleared, the rows start anew below whatever was written since', () => {
  const { region, writes } = start();
  region.draw(['row'], [], 80);
  region.clear(80);
  writes.push('shell prompt\n');
  region.draw(['row'], [], 80);
  expect(emulateScreen(writes.join('')).rows).toEqual(['shell prompt', 'row']);
});
