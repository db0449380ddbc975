import { clipText } from '../clip-text.ts';
import type { Paint } from '../create-paint.ts';
import { formatCompact, formatCount } from '../format-count.ts';
import { formatDuration } from '../format-duration.ts';
import { formatShortCost } from '../format-money.ts';
import { finishedCount, type LaneState, type RunState, timeLeft } from './run-state.ts';

export interface RowOptions {
  columns: number;
  /** Height of the terminal in rows. */
  rows: number;
  /** Milliseconds since the run began. */
  at: number;
  paint: Paint;
}

/** Wider rows are harder to read, and tear more when a terminal gets narrower. */
const MAX_WIDTH = 110;
/** Below this a row has no room for the time of its keyword. */
const WIDE = 50;

/** A row for each lane, in fixed places, and the row of the whole run; no row is wider, and all are not higher, than the terminal. */
export function liveRows(state: RunState, options: RowOptions): string[] {
  const width = Math.max(1, Math.min(options.columns, MAX_WIDTH) - 1);
  // One row for the run, one for the cursor and one that keeps a line of what was before in sight.
  const room = Math.max(0, options.rows - 3);
  const shown = state.lanes.length <= room ? state.lanes.length : Math.max(0, room - 1);
  const rows: string[] = [];
  for (let lane = 0; lane < shown; lane += 1) rows.push(laneRow(state.lanes[lane], width, options));
  const hidden = state.lanes.length - shown;
  if (hidden > 0 && room > 0) {
    const working = state.lanes.slice(shown).filter((lane) => lane !== undefined).length;
    const text = `  … and ${hidden} more lanes, ${working} working`;
    rows.push(options.paint('dim', clipText(text, width)));
  }
  rows.push(runRow(state, width, options));
  return rows;
}

/** The keyword stands last: terminals disagree on the width of some scripts and emoji, and there it moves nothing. */
function laneRow(lane: LaneState | undefined, width: number, options: RowOptions): string {
  const { at, paint } = options;
  if (lane === undefined) return paint('dim', clipText('· idle', width));
  const progress = lane.total > 0 ? ` ${lane.done}/${lane.total}` : '';
  const waitMs = lane.waitsUntil - at;
  const isWaiting = waitMs >= 1000;
  const wait = lane.isRateLimited ? 'rate limit' : 'retry in';
  const step = isWaiting ? `${wait} ${wholeSeconds(waitMs)}` : `${lane.step ?? 'start'}${progress}`;
  const isWide = width >= WIDE;
  const time = isWide ? wholeSeconds(at - lane.startedAt).padStart(8) : '';
  const head = `${step.padEnd(isWide ? 16 : 14)}${time}`;
  if (width < head.length + 8) return `${paint('cyan', '▸')} ${clipText(lane.keyword, width - 2)}`;
  const keyword = clipText(lane.keyword, width - head.length - 4);
  return `${paint('cyan', '▸')} ${isWaiting ? paint('yellow', head) : head}  ${keyword}`;
}

function runRow(state: RunState, width: number, options: RowOptions): string {
  const { at, paint } = options;
  const finished = finishedCount(state);
  const left = timeLeft(state, at);
  const tokens = state.usage.inputTokens + state.usage.outputTokens;
  const hasCost = state.usage.costUsd > 0 || state.usage.unpricedCalls > 0;
  // In reading order, each with its rank: where room is short, the highest rank goes first.
  const parts = [
    { rank: 0, text: `${formatCount(finished)}/${formatCount(state.total)} done` },
    { rank: 1, text: `${formatCount(state.failed)} failed` },
    { rank: 4, text: wholeSeconds(at) },
    { rank: 2, text: left === undefined ? '' : `${wholeSeconds(left)} left` },
    { rank: 5, text: tokens === 0 ? '' : `${formatCompact(tokens)} tokens` },
    { rank: 3, text: hasCost ? formatShortCost(state.usage) : '' },
  ].filter((part) => part.text !== '');
  const lengthOf = (): number => parts.reduce((sum, part) => sum + part.text.length + 3, -3);
  while (parts.length > 1 && lengthOf() > width) {
    const last = parts.reduce((worst, part) => (part.rank > worst.rank ? part : worst));
    parts.splice(parts.indexOf(last), 1);
  }
  const barWidth = Math.min(20, width - lengthOf() - 1);
  const figures = parts
    .map(({ rank, text }) => ({ rank, text: clipText(text, width) }))
    .map(({ rank, text }) => (rank === 1 && state.failed > 0 ? paint('red', text) : text))
    .join(paint('dim', ' · '));
  if (barWidth < 6) return figures;
  return `${bar(state.total === 0 ? 0 : finished / state.total, barWidth, paint)} ${figures}`;
}

function bar(share: number, width: number, paint: Paint): string {
  const full = Math.floor(Math.min(1, share) * width);
  return paint('green', '█'.repeat(full)) + paint('dim', '░'.repeat(width - full));
}

/** Tenths would change every row at every update. */
function wholeSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return seconds < 10 ? `${seconds}s` : formatDuration(seconds * 1000);
}
