import type { PlannedItem } from '../core/keyword.ts';
import type { KeptOutcome } from '../core/summary.ts';
import { ItemScope } from '../pipeline/item-scope.ts';
import type { StepMemory } from '../pipeline/step-memory.ts';

/** A finished item once more: every step is remembered, none is told, and nothing is paid. */
export function recallingScope(
  item: PlannedItem,
  { usage }: KeptOutcome,
  { signal, today, memory }: { signal: AbortSignal; today: () => Date; memory: StepMemory },
): ItemScope {
  return new ItemScope({
    item,
    signal,
    emit: () => {},
    now: () => 0,
    today,
    paid: usage,
    memory,
    onlyRemembered: true,
  });
}
