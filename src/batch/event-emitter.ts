import type { BatchEvent, BatchListener } from './events.ts';
import { toError } from './to-error.ts';

/** Tells one listener; whatever the listener throws is kept here and never reaches the run. */
export class EventEmitter {
  /** The first thing that the listener threw or rejected with. */
  firstError: Error | undefined;
  readonly #listener: BatchListener | undefined;

  constructor(listener: BatchListener | undefined) {
    this.#listener = listener;
  }

  emit(event: BatchEvent): void {
    const keep = (error: unknown): void => {
      this.firstError ??= toError(error);
    };
    try {
      const returned: unknown = this.#listener?.(event);
      if (returned instanceof Promise) returned.catch(keep);
    } catch (error) {
      keep(error);
    }
  }
}
