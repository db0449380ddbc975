import type { Field } from '../field.ts';

/** A field that documents of a sample seem to have. */
export interface DiscoveredField extends Field {
  /** Documents of the sample that have it, from 0 to 1. */
  share: number;
  /** A value as it stands in one of them. */
  example: string;
  /** How it was found: a label, the heading of a column, a form such as an IBAN, or a model's proposal. */
  found: 'label' | 'column' | 'form' | 'model';
}

/** A text of a sample. */
export interface SampleText {
  text: string;
  /** BCP 47 tag, where it is known. */
  language?: string | undefined;
}
