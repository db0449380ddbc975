import { isAbsoluteUrl } from '../text/is-absolute-url.ts';
import { showText } from '../text/show-text.ts';
import { isNode, listOf, textOf, type LinkedFaults, type LinkedNode } from './linked-node.ts';

const URLS = ['url', 'image', 'logo', 'thumbnailUrl', 'contentUrl', 'sameAs', 'mainEntityOfPage'];
const DATES = ['datePublished', 'dateModified', 'dateCreated', 'uploadDate'];
const DURATIONS = ['totalTime', 'prepTime', 'performTime', 'cookTime'];

/** ISO 8601: a date, or a date with a time. */
const DATE =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u;
const DURATION =
  /^P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/u;

/** Checks what holds for nodes of every type: absolute addresses, dates and durations as ISO 8601. */
export function checkValues(type: string, node: LinkedNode, faults: LinkedFaults): void {
  for (const name of URLS) {
    for (const entry of listOf(node[name])) {
      const url = isNode(entry) ? (entry['url'] ?? entry['@id']) : entry;
      if (typeof url === 'string' && !isAbsoluteUrl(url))
        faults.invalid.push(`${type}: ${name} ${showText(url)} is no absolute address`);
    }
  }
  for (const name of DATES) {
    const date = node[name];
    if (date !== undefined && !isDate(date))
      faults.invalid.push(`${type}: ${name} ${showText(shown(date))} is no date as ISO 8601`);
  }
  for (const name of DURATIONS) {
    const duration = node[name];
    if (duration !== undefined && !DURATION.test(textOf(duration) ?? ''))
      faults.invalid.push(
        `${type}: ${name} ${showText(shown(duration))} is no duration as ISO 8601`,
      );
  }
  const [published, modified] = [node['datePublished'], node['dateModified']].map((date) =>
    isDate(date) ? Date.parse(date) : Number.NaN,
  );
  if ((modified ?? Number.NaN) < (published ?? Number.NaN))
    faults.invalid.push(`${type}: dateModified lies before datePublished`);
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value));
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
