import type { Quantity } from '../support/quantity.ts';
import type { Statement } from '../support/statement.ts';

/** What happens to a thing but once, a kind a line. */
const ONCE: readonly RegExp[] = `
found(?:ed|ing)|gegründet|gründung|fondée?s?|fundad[ao]s?|established|set up
opened|opening|eröffnet|ouverte?s?|inaugur\\p{L}+|abiert[ao]s?
invented|invention|erfunden|inventée?s?|inventad[ao]s?
patented|patent|patentiert|breveté
discovered|discovery|entdeckt|découverte?s?|descubiert[ao]s?
introduced|introduction|eingeführt|einführung|instaurée?s?|introducid[ao]s?
launched|released|went on sale|came onto the market|lancée?s?|lanzad[ao]s?
presented|unveiled|vorgestellt|présentée?s?|presentad[ao]s?
(?:came|come|comes|went|enters?|entered|taking) (?:in)?to (?:force|effect)|took effect|in kraft|en vigueur|en vigor
passed|adopted|enacted|verabschiedet|beschlossen|adoptée?s?|aprobad[ao]s?
born|geboren|née?s?|nacid[ao]s?|nació
died|death|gestorben|starb|morte?s?|décédée?s?|murió
built|completed|construction|erbaut|fertiggestellt|construite?s?|construid[ao]s?
banned|abolished|abgeschafft|verboten|interdite?s?|prohibid[ao]s?
published|veröffentlicht|erschienen|publiée?s?|publicad[ao]s?
`
  .trim()
  .split('\n')
  .map((words) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu'));

/** True for two sentences that tell of something that happens but once, in the same words for it. */
export function tellOfOneEvent(left: Statement, right: Statement): boolean {
  return ONCE.some((words) => words.test(left.text) && words.test(right.text));
}

/** The only dates of two sentences, where each has one with its year and they cannot be the same; else undefined. */
export function differingDates(
  left: Statement,
  right: Statement,
): readonly [left: Quantity, right: Quantity] | undefined {
  const [mine, ...others] = datesOf(left);
  const [theirs, ...more] = datesOf(right);
  if (mine === undefined || theirs === undefined || others.length + more.length > 0)
    return undefined;
  if (mine.year === undefined || theirs.year === undefined) return undefined;
  if (mine.isDecade === true || theirs.isDecade === true) return undefined;
  if (mine.bound !== undefined || theirs.bound !== undefined) return undefined;
  const parts = ['year', 'month', 'day'] as const;
  const differs = parts.some(
    (part) => mine[part] !== undefined && theirs[part] !== undefined && mine[part] !== theirs[part],
  );
  return differs ? [mine, theirs] : undefined;
}

/** True where both tell of the same time, or neither of any: what holds in 2021 need not hold in 2024. */
export function areOfOneTime(left: Statement, right: Statement): boolean {
  const [mine, theirs] = [left, right].map((statement) =>
    datesOf(statement)
      .map(({ year, month, season }) => [year, month, season].join('.'))
      .toSorted()
      .join(' '),
  );
  return mine === theirs;
}

function datesOf({ quantities }: Statement): Quantity[] {
  return quantities.filter(({ kind, weekday }) => kind === 'date' && weekday === undefined);
}
