/** What an identifier stands for. */
export type IdentifierKind = 'author' | 'institution' | 'doi' | 'work' | 'topic';

export interface Identifier {
  kind: IdentifierKind;
  /** In its normal form: `A5023888391`, or a DOI without resolver in lower case. */
  value: string;
}

const KINDS = { A: 'author', I: 'institution', W: 'work', T: 'topic' } as const;

/** OpenAlex counts to some ten digits; longer numbers are none. */
const OPENALEX_ID =
  /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:[a-z]+\/)?)?([aiwt])([1-9]\d{0,15})$/i;
/**
 * A registrant and a suffix (ISO 26324), in lower case. Commas and bars part values of a filter, and cannot be told apart
 * from those.
 */
const DOI =
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C},|]{1,300})$/u;
const DOI_ADDRESS = /^https?:\/\/(?:dx\.)?doi\.org\//i;

/** Reads an identifier of OpenAlex or a DOI, bare or as an address; undefined for what is neither. */
export function readIdentifier(text: string): Identifier | undefined {
  const trimmed = text.trim();
  const [, letter = '', digits = ''] = OPENALEX_ID.exec(trimmed) ?? [];
  const kind = KINDS[letter.toUpperCase() as keyof typeof KINDS];
  if (kind !== undefined) return { kind, value: `${letter.toUpperCase()}${digits}` };
  const doi = DOI.exec(decodeAddress(trimmed).toLowerCase())?.[1];
  return doi === undefined ? undefined : { kind: 'doi', value: doi };
}

/** In an address stands encoded what an address may not hold: `10.1002/(sici)…%3C8::aid…`. */
function decodeAddress(text: string): string {
  if (!DOI_ADDRESS.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
