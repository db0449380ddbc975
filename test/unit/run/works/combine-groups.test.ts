import { describe, expect, it } from 'vitest';
import { combineGroups } from '../../../../src/run/works/combine-groups.ts';

describe('combineGroups', () => {
  it('adds up equal keys, largest first, equal ones by their key', () => {
    const groups = [
      { key: '2020', name: '2020', count: 3 },
      { key: '2019', name: '2019', count: 4 },
      { key: '2021', name: '2021', count: 7 },
      { key: '2020', name: 'again', count: 1 },
      { key: '2018', name: '2018', count: 4 },
    ];
    expect(combineGroups(groups)).toEqual([
      { key: '2021', name: '2021', count: 7 },
      { key: '2018', name: '2018', count: 4 },
      { key: '2019', name: '2019', count: 4 },
      { key: '2020', name: '2020', count: 4 },
    ]);
    expect(groups[0]?.count).toBe(3);
  });

  it('knows no special names, and nothing for nothing', () => {
    expect(combineGroups([])).toEqual([]);
    const odd = ['__proto__', 'constructor', ''].map((key) => ({ key, name: key, count: 1 }));
    expect(combineGroups([...odd, ...odd]).map(({ count }) => count)).toEqual([2, 2, 2]);
  });
});
