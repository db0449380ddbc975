import parseInWorker, {
  type ParseOutcome,
  type ParseTask,
} from '../../../src/documents/read-worker.ts';

/** Reads documents as the real worker does, but breaks in the way that a file's name says. */
export default async function breakOrParse(task: ParseTask): Promise<ParseOutcome> {
  const [, way] = /break-(\w+)/u.exec(task.path) ?? [];
  if (way === 'exit') process.exit(7);
  if (way === 'throw') setImmediate(() => fail('thrown beside the task'));
  if (way === 'reject') throw new TypeError('not of ours.\n    with more lines');
  if (way === 'memory') fill();
  if (way === 'loop') for (;;);
  if (way === 'throw' || way === 'wait') await new Promise(() => setInterval(() => {}, 1000));
  return parseInWorker(task);
}

function fail(message: string): never {
  throw new Error(message);
}

function fill(): never {
  const kept: unknown[] = [];
  for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
}
