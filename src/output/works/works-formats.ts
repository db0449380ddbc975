import { CitationKeys } from '../../core/references/citation-keys.ts';
import { toCslJson, type CslJson } from '../../core/references/csl-json.ts';
import { type RawWork, type ReadWork, readWork } from '../../core/works/read-work.ts';
import { csvLine } from '../csv-line.ts';

export type WorksFormatName = 'table' | 'json' | 'jsonl' | 'csv' | 'bibtex' | 'csl';

/** A form of output that works are written in, some at a time. */
export interface WorksFormat {
  head: string;
  /** `isFirst`: nothing was written before but the head. */
  works: (works: readonly RawWork[], isFirst: boolean) => string | Promise<string>;
  tail: string;
}

/** Tables that people read are made where their width is known. */
export type FileFormatName = Exclude<WorksFormatName, 'table'>;

/** How works may be written into a file; `fields` are those that were chosen by name. */
export const WORKS_FORMATS = {
  jsonl: () => ({ head: '', works: (works) => works.map(jsonLine).join(''), tail: '' }),
  json: () => jsonList((work) => work),
  csv: (fields) => csv(fields),
  bibtex,
  csl: () => jsonList(toEntry),
} satisfies Record<FileFormatName, (fields: readonly string[] | undefined) => WorksFormat>;

function jsonLine(work: RawWork): string {
  return `${JSON.stringify(work)}\n`;
}

function jsonList(convert: (work: RawWork) => unknown): WorksFormat {
  return {
    head: '[',
    works: (works, isFirst) => {
      const entries = works.map(convert).filter((entry) => entry !== undefined);
      const text = entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',');
      return isFirst || text === '' ? text : `,${text}`;
    },
    tail: '\n]\n',
  };
}

/** BibTeX, each entry with a key of its own. */
function bibtex(): WorksFormat {
  const keys = new CitationKeys();
  return {
    head: '',
    works: async (works, isFirst) => {
      const { formatBibtex } = await import('../bibtex.ts');
      const text = await formatBibtex(works.map(toEntry).filter(isPresent), keys);
      return isFirst || text === '' ? text : `\n${text}`;
    },
    tail: '',
  };
}

function toEntry(raw: RawWork): CslJson | undefined {
  const read = readWork(raw);
  if (read === undefined) return undefined;
  const { title, work, publishedAt } = read;
  return toCslJson({ title, work, ...(publishedAt !== undefined && { publishedAt }) });
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

const COLUMNS: Readonly<Record<string, (read: ReadWork) => unknown>> = {
  id: ({ work }) => work.id,
  doi: ({ work }) => work.doi,
  title: ({ title }) => title,
  publication_year: ({ work }) => work.year,
  publication_date: ({ publishedAt }) => publishedAt,
  type: ({ work }) => work.type,
  authors: ({ work }) => work.authors,
  venue: ({ work }) => work.venue,
  cited_by_count: ({ work }) => work.citedBy,
  open_access_url: ({ work }) => work.openAccessUrl,
  is_retracted: ({ isRetracted }) => isRetracted,
  abstract: ({ abstract }) => abstract,
};

/** The usual columns of a work, or the fields that were chosen, as they came. */
function csv(fields: readonly string[] | undefined): WorksFormat {
  if (fields !== undefined) {
    return {
      head: csvLine(fields),
      works: (works) => works.map((work) => csvLine(fields.map((field) => work[field]))).join(''),
      tail: '',
    };
  }
  return {
    head: csvLine(Object.keys(COLUMNS)),
    works: (works) =>
      works
        .map(readWork)
        .filter(isPresent)
        .map((read) => csvLine(Object.values(COLUMNS).map((cell) => cell(read))))
        .join(''),
    tail: '',
  };
}
