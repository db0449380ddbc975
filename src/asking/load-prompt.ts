import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid } from 'liquidjs';

const liquid = new Liquid({ strictVariables: false, strictFilters: true });

export interface Prompt {
  /** As it stands in its file. */
  text: string;
  render: (scope: Record<string, unknown>) => string;
}

/** Compiles one prompt template of a folder. */
export function loadPrompt(directory: string, name: string): Prompt {
  const text = readFileSync(join(directory, `${name}.liquid`), 'utf8');
  const template = liquid.parse(text);
  return { text, render: (scope) => String(liquid.renderSync(template, scope)) };
}
