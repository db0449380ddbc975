import type { ListrTask } from 'listr2';
import { clipText } from '../clip-text.ts';
import { createPaint } from '../create-paint.ts';
import { describeFailure } from '../describe-failure.ts';
import { createLineWriter } from '../reporters/line-writer.ts';
import type { ReporterFactory } from '../reporters/reporter.ts';
import { terminalText } from '../terminal-text.ts';
import { wrapText } from '../wrap-text.ts';
import { createLiveRegion } from './live-region.ts';
import { liveRows } from './live-rows.ts';
import { applyEvent, createRunState } from './run-state.ts';

/** At most ten updates a second. */
const UPDATE_MS = 100;
/** More rows than terminals are high. A slot lives as long as the run: a task a keyword would cost minutes of CPU. */
const MAX_SLOTS = 100;
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

/** A row of the display; its title is what the row shows. */
interface Slot {
  title?: string | undefined;
}
interface SlotRendererOptions {
  begin: (slots: readonly Slot[]) => void;
  end: () => void;
}

/** Hands the slots to the display, which draws them at its own pace; the renderers of listr2 draw at every change. */
class SlotRenderer {
  static readonly nonTTY = true;
  static readonly rendererOptions: SlotRendererOptions = { begin: () => {}, end: () => {} };
  static readonly rendererTaskOptions = {};
  readonly render: () => void;
  readonly end: () => void;
  constructor(slots: readonly Slot[], options: SlotRendererOptions) {
    this.render = () => options.begin(slots);
    this.end = options.end;
  }
}

/** A row for each lane and one for the run, redrawn in place; failures and notes stay as lines above them. */
export const createLiveDisplay: ReporterFactory = (options) => {
  const { stderr, now } = options;
  const paint = createPaint(options.color);
  const writer = createLineWriter(stderr);
  const state = createRunState();
  const finished = Promise.withResolvers<void>();
  let permanent: string[] = [];
  let session: Promise<void> | undefined;
  let isLive = false;
  let startedAt = 0;

  const columns = (): number => stderr.columns || options.columns || 80;
  const takePermanent = (): string[] => {
    const lines = permanent.map((line) => clipText(line, columns() - 1));
    permanent = [];
    return lines;
  };

  const runSlots = async (): Promise<void> => {
    const { Listr, ProcessOutput } = await import('listr2');
    // listr2 writes to what it takes for stdout; ours is for results.
    const output = new ProcessOutput(stderr, stderr, { leaveEmptyLine: false });
    const region = createLiveRegion(
      (text) => output.toStdout(text, false),
      options.env['XTERM_VERSION'] === undefined,
    );
    let timer: NodeJS.Timeout | undefined;
    let slots: readonly Slot[] = [];

    /** Lines that others wrote meanwhile, such as warnings of Node, would tear the rows: they stay above them. */
    const takeForeign = (): void => {
      const written = output.stream.stderr.release().map((chunk) => chunk.entry);
      output.stream.stderr.hijack();
      const lines = written
        .join('')
        .split('\n')
        .map((line) => terminalText(line));
      permanent.push(...lines.filter((line) => line !== ''));
    };
    const update = (): void => {
      takeForeign();
      // A run that adds lanes later has no slots for them: they are counted in one row.
      const size = { columns: columns(), rows: Math.min(stderr.rows || 24, slots.length + 2) };
      const rows = liveRows(state, { ...size, at: now() - startedAt, paint });
      slots.forEach((slot, index) => {
        slot.title = rows[index] ?? '';
      });
      const titles = slots.map((slot) => slot.title ?? '').filter((title) => title !== '');
      region.draw(titles, takePermanent(), size.columns);
    };
    /** Ctrl-Z: the shell gets a clean screen, and the rows start anew below what it wrote. */
    const suspend = (): void => {
      region.clear(columns());
      output.toStdout(SHOW_CURSOR, false);
      process.kill(process.pid, 'SIGSTOP');
      output.toStdout(HIDE_CURSOR, false);
    };
    const begin = (tasks: readonly Slot[]): void => {
      slots = tasks;
      isLive = true;
      output.hijack();
      process.on('exit', end).on('SIGTSTP', suspend);
      timer = setInterval(update, UPDATE_MS);
      timer.unref();
      update();
    };
    const end = (): void => {
      if (!isLive) return;
      isLive = false;
      clearInterval(timer);
      process.off('exit', end).off('SIGTSTP', suspend);
      takeForeign();
      region.clear(columns());
      for (const line of takePermanent()) output.toStdout(line);
      output.release();
    };

    const tasks = Array.from(
      { length: Math.min(state.lanes.length + 1, MAX_SLOTS) },
      (): ListrTask => ({ task: () => finished.promise }),
    );
    await new Listr(tasks, {
      concurrent: true,
      renderer: SlotRenderer,
      rendererOptions: { begin, end },
      // Signals are the program's to handle: listr2 would end the process.
      registerSignalListeners: false,
    }).run();
  };

  const show = (line: string): void => {
    if (session === undefined) writer.write(line);
    else permanent.push(line);
  };
  return {
    onEvent: (event) => {
      applyEvent(state, event);
      if (event.type === 'run-start') {
        startedAt = now() - event.at;
        session ??= runSlots();
      } else if (event.type === 'item-error' && event.status === 'failed') {
        show(`${paint('red', '✖')} ${describeFailure(event.keyword, event.error)}`);
      }
    },
    note: (text) =>
      wrapText(terminalText(text), columns() - 1, 2)
        .split('\n')
        .forEach(show),
    close: async () => {
      finished.resolve();
      await session;
      session = undefined;
      for (const line of takePermanent()) writer.write(line);
      await writer.close();
    },
  };
};
