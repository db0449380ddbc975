/** An object of linked data: data from outside, of whatever shape. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** Where a fault counts: what must not be published, what could be better, what the page does not say. */
export interface LinkedFaults {
  invalid: string[];
  recommended: string[];
  mismatch: string[];
}

export function isNode(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list: linked data writes one entry without brackets. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The types of a node, without the address of the vocabulary. */
export function typesOf(node: LinkedNode): string[] {
  return listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/u, ''));
}

/** A text that is there and not empty. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
