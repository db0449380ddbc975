import type { RunEvent, StepName } from '../../core/events.ts';
import { addUsage, NO_USAGE, type Usage } from '../../core/usage.ts';
import { terminalText } from '../terminal-text.ts';

/** How many of the last completions the forecast looks at: enough to be steady, few enough to follow a change of pace. */
const FORECAST_WINDOW = 100;

/** What one lane works on. Times are in milliseconds since the run began. */
export interface LaneState {
  item: number;
  /** Safe for a terminal. */
  keyword: string;
  step?: StepName;
  /** Inner calls of the step. */
  done: number;
  total: number;
  startedAt: number;
  /** Until when a call of the item waits for its next attempt, and why. */
  waitsUntil: number;
  isRateLimited: boolean;
}

/** What a display knows of a run: bounded by the number of lanes, not of keywords. */
export interface RunState {
  total: number;
  lanes: (LaneState | undefined)[];
  laneOf: Map<number, number>;
  succeeded: number;
  failed: number;
  cancelled: number;
  /** Sum of all calls so far. */
  usage: Usage;
  /** Times of the last completions, oldest first. */
  completions: number[];
}

export function createRunState(): RunState {
  return {
    total: 0,
    lanes: [],
    laneOf: new Map(),
    succeeded: 0,
    failed: 0,
    cancelled: 0,
    usage: NO_USAGE,
    completions: [],
  };
}

/** Brings the state up to date, in place: a big run tells hundreds of thousands of events. */
export function applyEvent(state: RunState, event: RunEvent): void {
  switch (event.type) {
    case 'run-start':
      state.total = event.total;
      state.lanes.length = Math.min(event.lanes, event.total);
      break;
    case 'item-start':
      state.laneOf.set(event.item, event.lane);
      state.lanes[event.lane] = {
        item: event.item,
        keyword: terminalText(event.keyword, { limit: 200 }),
        done: 0,
        total: 0,
        startedAt: event.at,
        waitsUntil: 0,
        isRateLimited: false,
      };
      break;
    case 'step-start':
      updateLane(state, event.item, { step: event.step, done: 0, total: 0, waitsUntil: 0 });
      break;
    case 'step-progress':
      updateLane(state, event.item, { step: event.step, done: event.done, total: event.total });
      break;
    case 'call-retry':
      updateLane(state, event.item, {
        waitsUntil: event.at + event.delayMs,
        isRateLimited: event.error.code === 'RATE_LIMITED',
      });
      break;
    case 'call-end':
      state.usage = addUsage(state.usage, event.usage);
      break;
    case 'item-end':
      state.succeeded += 1;
      finishItem(state, event.item, event.at);
      break;
    case 'item-error':
      state[event.status] += 1;
      finishItem(state, event.item, event.at);
      break;
  }
}

/** How many items have met their fate. */
export function finishedCount(state: RunState): number {
  return state.succeeded + state.failed + state.cancelled;
}

/** Milliseconds that the rest will take at the pace of the last completions; undefined before the first one. */
export function timeLeft(state: RunState, at: number): number | undefined {
  const { completions } = state;
  const left = state.total - finishedCount(state);
  if (completions.length === 0 || left <= 0) return undefined;
  // The window opens with a completion that is not counted; before it is full, with the start of the run.
  const isFull = completions.length > FORECAST_WINDOW;
  const since = isFull ? (completions[0] ?? 0) : 0;
  const count = isFull ? FORECAST_WINDOW : completions.length;
  return ((at - since) / count) * left;
}

function updateLane(state: RunState, item: number | undefined, change: Partial<LaneState>): void {
  const lane = item === undefined ? undefined : state.laneOf.get(item);
  const current = lane === undefined ? undefined : state.lanes[lane];
  if (current !== undefined) Object.assign(current, change);
}

function finishItem(state: RunState, item: number, at: number): void {
  const lane = state.laneOf.get(item);
  if (lane !== undefined) state.lanes[lane] = undefined;
  state.laneOf.delete(item);
  state.completions.push(at);
  if (state.completions.length > FORECAST_WINDOW + 1) state.completions.shift();
}
