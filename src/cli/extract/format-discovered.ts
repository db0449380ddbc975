import type { DiscoveredField } from '../../extraction/discovery/discovered-field.ts';
import { formatTable } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';

/** Characters of an example. */
const SHOWN = 48;

/** Proposed fields as a table, with the list that asks for them. */
export function formatDiscovered(fields: readonly DiscoveredField[]): string {
  if (fields.length === 0) {
    return 'No field stands out: nothing recurs in these texts.\nName what you look for with --fields, or let a model propose with --method ai.';
  }
  const rows = fields.map((field) => [
    terminalText(field.name),
    typeOf(field),
    `${Math.round(field.share * 100)} %`,
    terminalText(field.example, { limit: SHOWN }),
  ]);
  const columns = [
    { head: 'FIELD' },
    { head: 'TYPE' },
    { head: 'FOUND IN', isNumber: true },
    { head: 'EXAMPLE' },
  ];
  const list = fields.map((field) => `${terminalText(field.name)}:${typeOf(field)}`).join(',');
  return [
    ...formatTable(columns, rows),
    '',
    `→ Take them: --fields "${list}"`,
    '→ Or keep them as a JSON Schema to edit: --discover --json > fields.json, then --schema fields.json',
  ].join('\n');
}

function typeOf({ type, items = 'string' }: DiscoveredField): string {
  return type === 'array' ? `${items}[]` : type;
}
