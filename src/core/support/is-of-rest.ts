import type { Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { isRestOf } from './number-values.ts';
import { isSameQuantity } from './same-quantity.ts';
import type { Statement } from './statement.ts';

/**
 * `29 of 38 passed`, `29 did not fail` for `nine of 38 failed`: true for a clause of a claim put freely with a count that no
 * cited passage has, or with what a share of the source leaves. Such a count was reckoned, most often as what another leaves of a whole.
 */
export function isOfRest(
  claim: Statement,
  clause: number | undefined,
  { closeness, passages, statements }: Alignment,
): boolean {
  if (
    claim.quantities.some(
      (mine) =>
        claim.clauses[mine.from] === clause &&
        statements.some(({ quantities }) => quantities.some((theirs) => isRestOf(mine, theirs))) &&
        !statements.some(({ quantities }) =>
          quantities.some((theirs) => isSameQuantity(mine, theirs)),
        ),
    )
  )
    return true;
  if (closeness >= CLOSE) return false;
  return claim.quantities.some(
    (mine) =>
      mine.kind === 'number' &&
      mine.unit === undefined &&
      mine.isWeak !== true &&
      mine.isPart !== true &&
      claim.clauses[mine.from] === clause &&
      !passages.some(({ statements }) =>
        statements.some(({ quantities }) =>
          quantities.some((theirs) => theirs.unit === undefined && isSameQuantity(mine, theirs)),
        ),
      ),
  );
}
