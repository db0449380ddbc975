/** What the value of a field may be. */
export const SCALAR_TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'date-time',
  'money',
  'email',
  'phone',
  'url',
  'iban',
  'vat',
  'percentage',
] as const;

export type ScalarType = (typeof SCALAR_TYPES)[number];
type FieldType = ScalarType | 'array';

/** One thing that is to be found in each text. */
export interface Field {
  name: string;
  type: FieldType;
  /** What is meant, for the model; its words are labels for the patterns too. */
  description?: string;
  /** The only values that may be: of the entries for an array. */
  enum?: readonly (string | number)[];
  /** As a JSON Schema says it: `date` asks for a whole day, `date-time` for a time of day. */
  format?: string;
  /** Told as a warning when nothing is found. */
  required?: boolean;
  /** Of the entries of an array. */
  items?: ScalarType;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  /** Regular expression that the value has to match. */
  pattern?: string;
  /** What texts call it, where that is not its name. */
  labels?: readonly string[];
}

/**
 * A value as it stands in the output. Dates are ISO 8601 (`2025-03-09`), money is amount and ISO 4217 code in one text
 * (`1299.00 EUR`), percentages are numbers (19 for 19 %), phone numbers keep their digits and a leading plus.
 */
export type FieldValue = string | number | boolean | readonly (string | number)[] | null;

export interface ExtractedField {
  value: FieldValue;
  /** The words of the text that it was taken from, as they stand there. */
  quote?: string;
  /** From 1, for texts that have pages. */
  page?: number;
  /** Offsets of the quote in UTF-16 code units of the text, `end` exclusive. */
  start?: number;
  end?: number;
  /** Why there is no value, or why it should be looked at. */
  warning?: string;
}

/** What one text came to. */
export interface Extraction {
  /** An entry for each field, in the order of the fields. */
  fields: Record<string, ExtractedField>;
  /** All warnings, each with the name of its field where it has one. */
  warnings: string[];
}

/** The type of a value, or of the entries of an array. */
export function scalarTypeOf({ type, items }: Pick<Field, 'type' | 'items'>): ScalarType {
  return type === 'array' ? (items ?? 'string') : type;
}
