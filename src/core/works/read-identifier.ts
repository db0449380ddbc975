/** What an identifier stands for. */
export type IdentifierKind = 'author' | 'institution' | 'doi' | 'work' | 'topic';

export interface Identifier {
  kind: IdentifierKind;
  /** In its normal form: `A5023888391`, or a DOI without resolver in lower case. */
  value: string;
}

const KINDS = { A: 'author', I: 'institution', W: 'work', T: 'topic' } as const;

/** OpenAlex counts to some ten digits; of more than sixteen no number would be exact. */
const OPENALEX_ID =
  /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:[a-z]+\/)?)?([aiwt])([1-9]\d{0,15})$/i;
/** A registrant and a suffix (ISO 26324). Commas and bars part values of a filter, and cannot be told apart from those. */
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}(?:\.\d+)*\/[^\s,|]{1,300})$/i;

/** Reads an identifier of OpenAlex or a DOI, bare or as an address; undefined for what is neither. */
export function readIdentifier(text: string): Identifier | undefined {
  const trimmed = text.trim();
  const [, letter = '', digits = ''] = OPENALEX_ID.exec(trimmed) ?? [];
  const kind = KINDS[letter.toUpperCase() as keyof typeof KINDS];
  if (kind !== undefined) return { kind, value: `${letter.toUpperCase()}${digits}` };
  const doi = DOI.exec(trimmed)?.[1];
  return doi === undefined ? undefined : { kind: 'doi', value: doi.toLowerCase() };
}
