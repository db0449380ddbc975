/** A number, range or date that a text tells. */
export interface Quantity {
  kind: 'number' | 'date' | 'clock';
  /** Possible values, the likeliest first; of a range its lower end. Empty for a date. */
  values: readonly number[];
  /** Upper end of a range. */
  upTo?: readonly number[];
  /** Name of the unit, as in the table of units; `ordinal` for a rank. */
  unit?: string;
  /** The period or thing that a rate is told for: `year` of `a year`. */
  per?: string;
  year?: number;
  month?: number;
  day?: number;
  season?: number;
  weekday?: number;
  /** True for `1990s`. */
  isDecade?: boolean;
  /** True where the text says that it rounds: `about`, `nearly`. */
  isRounded?: boolean;
  /** What the number bounds: 1 from below (`at least`, `more than`), -1 from above (`up to`, `under`). */
  bound?: 1 | -1;
  /** True for a part of a whole told in words: `half`, `two thirds`, `one in five`. */
  isPart?: boolean;
  /** True for words that seldom are meant as a number: `one`, `a year`, `single`; they are found, not looked for. */
  isWeak?: boolean;
  /** Token range: first token and the one after the last. */
  from: number;
  to: number;
  /** As it stands in the text. */
  text: string;
}
