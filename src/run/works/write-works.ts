import type { WorksGroup } from '../../core/works/works-group.ts';
import type { WorksPage } from '../../providers/openalex/works-page.ts';
import type { BatchGate } from './batch-gate.ts';
import { combineBatches, uniqueWorks, type WorksChunk } from './combine-works.ts';
import { combineGroups } from './combine-groups.ts';
import { idsOfWork, TELLING_FIELD } from './found-ids.ts';
import type { BoardPage, PageBoard } from './page-board.ts';
import type { WorksSpec } from './works-spec.ts';

/** Where works go, in their order. */
export interface WorksOutput {
  works: (works: WorksChunk) => Promise<void>;
  groups: (groups: readonly WorksGroup[]) => Promise<void>;
  /** After the last one: writes what the format has there, and puts the file in its place. */
  end: () => Promise<void>;
  /** Nothing came: a file of an earlier fetch stays as it is. */
  giveUp: () => Promise<void>;
}

/** What the output of a run has come to. */
export interface WrittenWorks {
  unique: number;
  withoutId: number;
  /** Identifiers that a work was found by. */
  found: ReadonlySet<string>;
}

/** Takes the pages from the board in their order and hands their works on, each once, until all batches have ended. */
export async function writeWorks(options: {
  spec: WorksSpec;
  batches: number;
  board: PageBoard;
  gate: BatchGate;
  /** The content of a page that is not fresh any more. */
  readPage: (batch: number, page: BoardPage) => Promise<WorksPage>;
  output: Pick<WorksOutput, 'works' | 'groups'>;
}): Promise<WrittenWorks> {
  const { spec, board, gate, output } = options;
  const found = new Set<string>();
  const pagesOf = async function* (batch: number): AsyncGenerator<WorksPage> {
    gate.reached(batch);
    for await (const page of board.pagesOf(batch))
      yield page.content ?? (await options.readPage(batch, page));
  };
  const batches = Array.from({ length: options.batches }, (_, batch) => batch);
  if (spec.query.groupBy !== undefined) {
    const groups: WorksGroup[] = [];
    for (const batch of batches) {
      for await (const page of pagesOf(batch)) groups.push(...page.groups);
    }
    const combined = combineGroups(groups);
    await output.groups(combined);
    return { unique: combined.length, withoutId: 0, found };
  }
  const tally = { unique: 0, withoutId: 0 };
  const lists = batches.map((batch) => () => worksOf(pagesOf(batch)));
  const combined = combineBatches(lists, spec.query.sort);
  const { kind, limit = Infinity } = spec;
  for await (const works of uniqueWorks(combined, limit, tally)) {
    await output.works(works);
    if (kind === undefined) continue;
    for (const work of works) for (const id of idsOfWork(work, kind)) found.add(id);
  }
  gate.enough();
  return { ...tally, found };
}

async function* worksOf(pages: AsyncIterable<WorksPage>): AsyncGenerator<WorksChunk> {
  for await (const { works } of pages) yield works;
}

/** Identifiers that the fetched works do not have, where the fetch can tell: it wanted all works, with that field. */
export function missingIds(
  spec: WorksSpec,
  ids: readonly string[],
  found: ReadonlySet<string>,
): string[] {
  const { kind, limit, query } = spec;
  if (kind === undefined || limit !== undefined || query.groupBy !== undefined) return [];
  const isTold = query.select.length === 0 || query.select.includes(TELLING_FIELD[kind]);
  return isTold ? ids.filter((id) => !found.has(id)) : [];
}
