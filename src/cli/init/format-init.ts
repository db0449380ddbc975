import { join } from 'node:path';
import { terminalText } from '../terminal-text.ts';
import type { InitAction } from './plan-init.ts';

/** What was done to each file, and what to do next. */
export function formatInit(actions: readonly InitAction[], directory: string): string {
  const kindWidth = Math.max(...actions.map(({ kind }) => kind.length));
  const pathWidth = Math.max(...actions.map(({ path }) => path.length));
  const rows = actions.map(
    ({ kind, path, note }) => `${kind.padEnd(kindWidth)}  ${path.padEnd(pathWidth)}  ${note}`,
  );
  const show = (path: string) => terminalText(join(directory, path));
  const next = [
    `Copy ${show('.env.example')} to ${show('.env')} and put your keys in; it works without any, too.`,
    `Put your keywords into ${show('keywords.csv')}.`,
    'seo-content doctor                               checks that all is well',
    'seo-content batch --from-file keywords.csv       researches and writes the articles',
  ];
  return [...rows, '', 'Next:', ...next.map((line) => `  ${line}`)].join('\n');
}
