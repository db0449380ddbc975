import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { extractByPatterns, type FoundMatches, type TextContext } from './extract-by-patterns.ts';
import type { Extraction, Field } from './field.ts';
import type { NamedPattern } from './fields/read-patterns.ts';
import { PATTERN_WORKER_SOURCE } from './pattern-worker-source.ts';

export interface PatternExtractorOptions {
  patterns?: readonly NamedPattern[];
  /** Milliseconds that one pattern may take on one text, 2,000 unless said. */
  timeoutMs?: number;
}

/** Extraction by patterns, the user's in a worker of its own. */
export interface PatternExtractor {
  /** Values for the fields. A pattern that does not end on a text is left out there, with a warning. */
  extract: (
    text: string,
    fields: readonly Field[],
    context?: TextContext & { signal?: AbortSignal | undefined },
  ) => Promise<Extraction>;
  /** Ends the worker; waits for what is under way. */
  close: () => Promise<void>;
}

interface WorkerAnswer {
  matches: FoundMatches['matches'];
  isCut: boolean;
}

/** A list of more matches of one pattern is of no use. */
const MOST_MATCHES = 10_000;

/** Starts no worker before the first text, and none at all without patterns. */
export function createPatternExtractor(options: PatternExtractorOptions = {}): PatternExtractor {
  const { patterns = [], timeoutMs = 2000 } = options;
  let worker: Worker | undefined;
  /** One text at a time: the worker has one core, and its clock runs for one pattern. */
  let turn: Promise<unknown> = Promise.resolve();

  async function search(
    text: string,
    named: NamedPattern,
    signal: AbortSignal | undefined,
  ): Promise<FoundMatches> {
    signal?.throwIfAborted();
    worker ??= new Worker(PATTERN_WORKER_SOURCE, { eval: true, env: {} });
    const current = worker;
    const { pattern, flags, group, label } = named;
    const limit = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    try {
      const answer = once(current, 'message', { signal: stop });
      current.postMessage({ text, pattern, flags, group, most: MOST_MATCHES }, []);
      const [{ matches, isCut }] = (await answer) as [WorkerAnswer];
      return {
        matches,
        ...(label === undefined ? {} : { label }),
        ...(isCut ? { warning: `its pattern matches more than ${MOST_MATCHES} times` } : {}),
      };
    } catch (error) {
      worker = undefined;
      await current.terminate();
      signal?.throwIfAborted();
      if (!limit.aborted) throw error;
      const warning = `its pattern took longer than ${timeoutMs / 1000} s on this text and was left out`;
      return { matches: [], warning };
    }
  }

  async function searchAll(
    text: string,
    wanted: readonly NamedPattern[],
    signal: AbortSignal | undefined,
  ): Promise<Map<string, FoundMatches>> {
    const found = new Map<string, FoundMatches>();
    for (const pattern of wanted) found.set(pattern.name, await search(text, pattern, signal));
    return found;
  }

  return {
    async extract(text, fields, { signal, ...context } = {}) {
      const typed = fields.map((field) => withPatternType(field, patterns));
      const names = new Set(fields.map(({ name }) => name));
      const wanted = patterns.filter(({ name }) => names.has(name));
      if (wanted.length === 0) return extractByPatterns(text, fields, context);
      const searched = turn.then(() => searchAll(text, wanted, signal));
      turn = searched.catch(() => undefined);
      return extractByPatterns(text, typed, { ...context, found: await searched });
    },
    async close() {
      await turn;
      await worker?.terminate();
      worker = undefined;
    },
  };
}

/** A field that is only a name is of the type that its pattern says. */
function withPatternType(field: Field, patterns: readonly NamedPattern[]): Field {
  const type = patterns.find(({ name }) => name === field.name)?.type ?? 'string';
  if (type === 'string') return field;
  if (field.type === 'array') return { ...field, items: type };
  return field.type === 'string' ? { ...field, type } : field;
}
