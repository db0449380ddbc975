import { isNode, listOf, typesOf, type LinkedNode } from './linked-node.ts';

/** Deeper and larger than any honest page. */
const MAX_DEPTH = 30;
const MAX_CHARACTERS = 500_000;

export interface LinkedData {
  /** Every node with a type, the outer before the inner. */
  nodes: readonly LinkedNode[];
  /** Why it is no linked data of schema.org. */
  fault?: string;
}

/** The nodes of one block of JSON-LD, those of `@graph` and of properties included. */
export function parseLinkedData(source: string): LinkedData {
  if (source.length > MAX_CHARACTERS) {
    return {
      nodes: [],
      fault: `it has more than ${MAX_CHARACTERS.toLocaleString('en')} characters`,
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { nodes: [], fault: 'it is not valid JSON' };
  }
  const roots = listOf(value);
  if (roots.length === 0 || !roots.every(isNode)) return { nodes: [], fault: 'it is no object' };
  const foreign = roots.find((root) => !hasVocabulary(root));
  if (foreign !== undefined) return { nodes: [], fault: 'its @context is not https://schema.org' };
  const nodes: LinkedNode[] = [];
  for (const root of roots) collect(root, nodes, 0);
  return nodes.length === 0 ? { nodes, fault: 'nothing in it has an @type' } : { nodes };
}

function hasVocabulary(root: LinkedNode): boolean {
  return listOf(root['@context']).some((context) => {
    const name = isNode(context) ? context['@vocab'] : context;
    return typeof name === 'string' && /^https?:\/\/schema\.org\/?$/u.test(name.trim());
  });
}

function collect(value: unknown, nodes: LinkedNode[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const entry of listOf(value)) {
    if (Array.isArray(entry)) collect(entry, nodes, depth + 1);
    if (!isNode(entry)) continue;
    if (typesOf(entry).length > 0) nodes.push(entry);
    for (const [name, inner] of Object.entries(entry)) {
      if (name !== '@context' && typeof inner === 'object') collect(inner, nodes, depth + 1);
    }
  }
}
