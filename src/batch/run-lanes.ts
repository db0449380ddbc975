import type { Clock } from './clock.ts';
import type { ItemGroup, ItemSource } from './item-source.ts';
import type { StopControl } from './stop-control.ts';

/** Works on one group; must neither throw nor reject. Returns nothing when it is done already. */
export type LaneWork<T> = (group: ItemGroup<T>, lane: number) => void | Promise<void>;

export interface LaneOptions {
  concurrency: number;
  control: StopControl;
  clock: Clock;
  /** Told what the items threw; no lane takes anything after it. */
  onSourceError: (error: unknown) => void;
}

/** Lanes whose work never waits for anything outside let the event loop turn after so many milliseconds. */
const LONGEST_TURN_MS = 10;

/**
 * Runs up to `concurrency` lanes over a source. A lane takes its next group the moment it is free; a further
 * lane is opened only when there is a group for it. Resolves when all that was started has ended.
 */
export async function runLanes<T>(
  source: ItemSource<T>,
  work: LaneWork<T>,
  options: LaneOptions,
): Promise<void> {
  const { concurrency, control, clock, onSourceError } = options;
  let turnBegan: number | undefined;
  const endTurn = (): void => {
    turnBegan = undefined;
  };
  /** True when the event loop has had no turn for so long that timers and signals starve. */
  const isOverdue = (): boolean => {
    const now = clock.now();
    if (turnBegan !== undefined) return now - turnBegan > LONGEST_TURN_MS;
    turnBegan = now;
    setImmediate(endTurn);
    return false;
  };

  const take = (): ReturnType<ItemSource<T>['take']> => {
    if (control.stopped) return undefined;
    try {
      const taken = source.take();
      return taken instanceof Promise ? taken.catch(onSourceError).then(orNothing) : taken;
    } catch (error) {
      onSourceError(error);
      return undefined;
    }
  };

  const runLane = async (lane: number, first: ItemGroup<T>): Promise<void> => {
    let group: ItemGroup<T> | undefined = first;
    while (group) {
      const working = work(group, lane);
      if (working) await working;
      if (isOverdue()) await new Promise(setImmediate);
      const taken = take();
      group = taken instanceof Promise ? await taken : taken;
    }
  };

  const lanes: Promise<void>[] = [];
  while (lanes.length < concurrency) {
    const taken = take();
    const group = taken instanceof Promise ? await taken : taken;
    if (!group) break;
    lanes.push(runLane(lanes.length, group));
  }
  await Promise.all(lanes);
}

function orNothing<T>(taken: ItemGroup<T> | void): ItemGroup<T> | undefined {
  return taken ?? undefined;
}
