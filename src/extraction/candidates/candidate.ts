/** Something in a text that has the form of a type. Offsets in UTF-16 code units, `end` exclusive. */
export interface Candidate {
  /** In the form that `FieldValue` describes. */
  value: string | number;
  start: number;
  end: number;
  /** What makes the value doubtful, in words: `9/3/2025 may mean …`. */
  warning?: string;
  /** What makes it no value at all: `its check digits are wrong`. */
  problem?: string;
  /** Less than the type asks for: a month without a day. Only taken where nothing whole is there. */
  isPartial?: boolean;
}

/** What decides how dates and numbers of one text are read. */
export interface TextStyle {
  /** BCP 47 tag, where it is known. */
  language?: string;
  decimalMark: '.' | ',';
  /** What stands first in `9/3/2025`, and how that is known. */
  firstInDate: 'day' | 'month';
  isDateOrderSure: boolean;
  /** ISO codes of the currencies that the text names. */
  currencies: ReadonlySet<string>;
}
