import type { RunEvent, StepReuse } from '../../core/events.ts';
import type { Usage } from '../../core/usage.ts';
import { createPaint, type Paint } from '../create-paint.ts';
import { describeFailure } from '../describe-failure.ts';
import { formatCompact, formatNumberOf } from '../format-count.ts';
import { formatClock, formatDuration } from '../format-duration.ts';
import { formatShortCost } from '../format-money.ts';
import { terminalText } from '../terminal-text.ts';
import { createLineWriter } from './line-writer.ts';
import type { ReporterFactory } from './reporter.ts';

type CallReuse = NonNullable<Extract<RunEvent, { type: 'call-end' }>['reused']>;

/** Up to this many keywords a line says when each starts; of more, the ends tell enough. */
const FEW_ITEMS = 20;
/** One line a provider in this time about its retries: a rate limit may hit hundreds of calls at once. */
const RETRY_LINE_MS = 10_000;

/** One plain line for every event that is worth one, with the time since the run began. */
export const createLinesReporter: ReporterFactory = ({ stderr, color, quiet, debug }) => {
  const writer = createLineWriter(stderr);
  const paint = createPaint(color);
  const describe = createDescriber(paint, debug);
  return {
    onEvent: (event) => {
      const text = describe(event);
      const isFailure = event.type === 'item-error' && event.status === 'failed';
      if (text === undefined || (quiet && !isFailure)) return;
      writer.write(`${paint('dim', `[${formatClock(event.at)}]`)} ${text}`);
    },
    note: (text) => {
      if (!quiet) writer.write(terminalText(text));
    },
    close: writer.close,
  };
};

/** Words for events; keeps what one event must know of those before it. */
function createDescriber(paint: Paint, debug: boolean): (event: RunEvent) => string | undefined {
  let total = 0;
  let finished = 0;
  const details = new Map<number, string>();
  const retries = new Map<string, { saidAt: number; unsaid: number }>();
  const count = (): string => `${(finished += 1)}/${total}`;

  return (event) => {
    switch (event.type) {
      case 'run-start':
        total = event.total;
        return `${event.command}: ${formatNumberOf(event.total, event.unit ?? 'keyword')}, ${event.lanes} at a time`;
      case 'item-start':
        if (total > FEW_ITEMS && !debug) return undefined;
        return `${paint('cyan', '▸')} ${terminalText(event.keyword, { limit: 120 })}`;
      case 'step-start':
        return debug ? `  ${terminalText(event.keyword, { limit: 60 })}: ${event.step}` : undefined;
      case 'step-progress':
        return undefined;
      case 'step-end':
        if (!debug) return undefined;
        return `  ${terminalText(event.keyword, { limit: 60 })}: ${event.step} ${stepOutcome(event)}`;
      case 'item-end': {
        const files = event.files.map((file) => terminalText(file, { limit: 300 })).join(', ');
        const cost = [formatDuration(event.milliseconds), ...consumption(event.usage)].join(', ');
        const target = files === '' ? '' : ` → ${files}`;
        return `${paint('green', '✔')} ${count()} ${terminalText(event.keyword, { limit: 120 })}${target} (${cost})`;
      }
      case 'item-error':
        if (event.status === 'cancelled') {
          return `${paint('yellow', '■')} ${count()} ${terminalText(event.keyword, { limit: 120 })}: cancelled`;
        }
        return `${paint('red', '✖')} ${count()} ${describeFailure(event.keyword, event.error)}`;
      case 'call-start':
        if (!debug) return undefined;
        details.set(event.call, event.detail);
        return `    call ${event.call} ${callName(event)} ${terminalText(event.detail, { limit: 300 })}`;
      case 'call-retry': {
        const said = retries.get(event.provider);
        if (said !== undefined && !debug && event.at - said.saidAt < RETRY_LINE_MS) {
          said.unsaid += 1;
          return undefined;
        }
        const more = said?.unsaid ? `, after ${formatNumberOf(said.unsaid, 'more wait')}` : '';
        retries.set(event.provider, { saidAt: event.at, unsaid: 0 });
        const reason = terminalText(event.error.message, { limit: 200 });
        const next = `Attempt ${event.attempt + 1} in ${formatDuration(event.delayMs)}${more}`;
        const place = debug ? `call ${event.call} ${callName(event)}` : callName(event);
        const failed = debug ? `attempt ${event.attempt} failed (${retryFacts(event)}): ` : '';
        return `${paint('yellow', '↻')} ${place}: ${failed}${reason} ${next}`;
      }
      case 'call-end': {
        if (!debug) return undefined;
        const detail = terminalText(details.get(event.call) ?? '', { limit: 120 });
        details.delete(event.call);
        const call = `    call ${event.call} ${callName(event)}`;
        if (event.reused !== undefined) {
          return `${call} kept answer, ${CALL_REUSE[event.reused]} ${detail}`.trimEnd();
        }
        const outcome = event.ok ? 'ok' : `failed (${event.error?.code ?? 'INTERNAL'})`;
        const facts = [
          ...(event.status === undefined ? [] : [`HTTP ${event.status}`]),
          formatNumberOf(event.attempts, 'attempt'),
          `${Math.round(event.milliseconds)} ms`,
          ...consumption(event.usage),
        ].join(', ');
        return `${call} ${outcome}: ${facts} ${detail}`.trimEnd();
      }
      case 'run-end': {
        // Of all items of the run, those that earlier sessions have done too.
        const { succeeded, milliseconds, total: all } = event.totals;
        const took = formatDuration(milliseconds);
        return `finished: ${succeeded} of ${all} succeeded in ${took}, exit code ${event.exitCode}`;
      }
    }
  };
}

const CALL_REUSE = {
  run: 'paid for by this run',
  cache: 'from the cache',
} satisfies Record<CallReuse, string>;

const STEP_REUSE = {
  run: 'kept, made by this run',
  exact: 'kept, of an equal keyword',
  similar: 'kept, of a similar keyword',
} satisfies Record<StepReuse, string>;

function stepOutcome({ milliseconds, reused }: Extract<RunEvent, { type: 'step-end' }>): string {
  const took = `took ${formatDuration(milliseconds)}`;
  return reused === undefined ? took : `${took} (${STEP_REUSE[reused]})`;
}

function retryFacts({ status, error }: Extract<RunEvent, { type: 'call-retry' }>): string {
  return status === undefined ? error.code : `${error.code}, HTTP ${status}`;
}

function callName(event: { provider: string; operation: string }): string {
  return terminalText(`${event.provider} ${event.operation}`, { limit: 60 });
}

function consumption(usage: Usage): string[] {
  const tokens = usage.inputTokens + usage.outputTokens;
  const hasCost = usage.costUsd > 0 || usage.unpricedCalls > 0;
  return [
    ...(tokens === 0 ? [] : [`${formatCompact(tokens)} tokens`]),
    ...(hasCost ? [formatShortCost(usage)] : []),
  ];
}
