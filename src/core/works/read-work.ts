import { foldText } from '../fold-text.ts';
import { cutText } from '../cut-text.ts';
import type { ScholarlyWork } from '../scholarly-work.ts';
import { readIdentifier } from './read-identifier.ts';
import { jsonField } from '../json-field.ts';
import { webUrl } from '../web-url.ts';

/** A work as OpenAlex hands it over, with the fields that were selected; its abstract as text. Nothing in it is sure. */
export type RawWork = Readonly<Record<string, unknown>>;

/** What a reference says of a work, and what decides whether it may be cited. */
export interface ReadWork {
  work: ScholarlyWork;
  /** On one line. */
  title: string;
  /** ISO 8601 day. */
  publishedAt?: string;
  /** BCP 47 tag. */
  language?: string;
  /** On one line, as long as it is. */
  abstract?: string;
  isRetracted: boolean;
}

const LONGEST_TITLE = 500;
const LONGEST_NAME = 200;
/** Papers of large collaborations have thousands; no reference names more. */
const MOST_AUTHORS = 100;

/** The usable parts of a work. @returns undefined for one without a number of its own. */
export function readWork(raw: RawWork): ReadWork | undefined {
  const id = readIdentifier(text(raw['id'], 100) ?? '');
  if (id?.kind !== 'work') return undefined;
  const doi = readIdentifier(text(raw['doi'], 400) ?? '');
  const location = raw['primary_location'];
  const source = jsonField(location, 'source');
  const biblio = raw['biblio'];
  const date = text(raw['publication_date'], 10);
  const openAccessUrl = webUrl(jsonField(raw['open_access'], 'oa_url'));
  const language = text(raw['language'], 20);
  const abstract = text(raw['abstract'], Infinity);
  return {
    title: cutText(text(raw['title'] ?? raw['display_name'], 5000) ?? '', LONGEST_TITLE),
    isRetracted: raw['is_retracted'] === true,
    ...(date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) && { publishedAt: date }),
    ...(language !== undefined && { language }),
    ...(abstract !== undefined && { abstract }),
    work: withoutGaps({
      id: id.value,
      doi: doi?.kind === 'doi' ? doi.value : undefined,
      type: text(raw['type'], 60) ?? 'other',
      authors: readAuthors(raw['authorships']),
      year: readYear(raw['publication_year']),
      venue: text(jsonField(source, 'display_name'), LONGEST_TITLE),
      publisher: text(jsonField(source, 'host_organization_name'), LONGEST_TITLE),
      volume: text(jsonField(biblio, 'volume'), 40),
      issue: text(jsonField(biblio, 'issue'), 40),
      firstPage: text(jsonField(biblio, 'first_page'), 40),
      lastPage: text(jsonField(biblio, 'last_page'), 40),
      citedBy: readCount(raw['cited_by_count']),
      openAccessUrl,
    }),
  };
}

function readAuthors(authorships: unknown): string[] {
  if (!Array.isArray(authorships)) return [];
  // Some styles name the first ones and the last.
  const named =
    authorships.length <= MOST_AUTHORS
      ? authorships
      : [...authorships.slice(0, MOST_AUTHORS - 1), authorships.at(-1)];
  return named.flatMap((authorship: unknown) => {
    const name =
      text(jsonField(jsonField(authorship, 'author'), 'display_name'), LONGEST_NAME) ??
      text(jsonField(authorship, 'raw_author_name'), LONGEST_NAME);
    return name === undefined ? [] : [name];
  });
}

function readYear(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 10_000
    ? value
    : undefined;
}

function readCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** Text on one line without control characters; undefined where there is none. */
function text(value: unknown, limit: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = foldText(cutText(value, limit));
  return line === '' ? undefined : line;
}

type Gaps<T> = { [Name in keyof T]: T[Name] | undefined };

function withoutGaps(work: Gaps<Required<ScholarlyWork>>): ScholarlyWork {
  const known = Object.entries(work).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as unknown as ScholarlyWork;
}
