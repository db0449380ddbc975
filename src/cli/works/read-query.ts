import { AppError } from '../../core/errors.ts';
import { REFERENCE_FIELDS } from '../../providers/openalex/reference-fields.ts';
import type { WorksQuery } from '../../providers/openalex/works-address.ts';
import type { WorksFlags } from './works-flags.ts';

const MOST_PER_PAGE = 200;
const DEFAULT_LIMIT = 25;
const FIELD = /^[a-z_]+(?:\.[a-z_]+)*$/;
const LONGEST_VALUE = 1000;

export interface ReadQuery {
  /** Without identifiers. */
  query: WorksQuery;
  /** Absent for all works. */
  limit?: number;
  isSelected: boolean;
}

/**
 * What the flags ask for, beside identifiers.
 * @param extraFields that have to be fetched whatever was selected by default.
 * @throws AppError `USAGE` with every flag that cannot be used.
 */
export function readQuery(flags: WorksFlags, extraFields: readonly string[]): ReadQuery {
  const problems: string[] = [];
  const filters = readFilters(flags, problems);
  const sort = readSort(flags, problems);
  const search = flags.search?.trim();
  if (search === '') problems.push('--search has no words');
  if (search !== undefined && /[\p{Cc}]/u.test(search))
    problems.push('--search holds control characters');
  const groupBy = flags['group-by'];
  if (groupBy !== undefined && !FIELD.test(groupBy))
    problems.push(`--group-by: "${groupBy}" is no name of a field`);
  const chosen = readSelect(flags, problems);
  if (problems.length > 0) throw unusable(problems);
  const isGrouped = groupBy !== undefined;
  const limit = flags.all === true || isGrouped ? undefined : (flags.limit ?? DEFAULT_LIMIT);
  const needed = ['id', ...(sort ?? '').split(',').map((key) => key.split(':')[0] ?? '')];
  const fields = chosen ?? [...REFERENCE_FIELDS, ...extraFields];
  const select = [...new Set([...fields, ...needed])].filter((field) => field !== '');
  return {
    query: {
      filters,
      search,
      sort,
      select: isGrouped ? [] : select,
      groupBy,
      perPage: Math.min(MOST_PER_PAGE, limit ?? MOST_PER_PAGE),
    },
    ...(limit === undefined ? {} : { limit }),
    isSelected: chosen !== undefined,
  };
}

function readFilters(flags: WorksFlags, problems: string[]): string[] {
  const filters = (flags.filter ?? []).flatMap((text) => {
    const at = text.indexOf('=');
    const [key, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (at > 0 && FIELD.test(key) && value !== '' && value.length <= LONGEST_VALUE) {
      if (!/[,\p{Cc}]/u.test(value)) return [`${key}:${value}`];
      problems.push(`--filter "${text}": a comma parts filters; give the second as one of its own`);
    } else {
      problems.push(`--filter "${text}" is not of the form type=article`);
    }
    return [];
  });
  const from = flags['from-year'];
  const to = flags['to-year'];
  if (from !== undefined && to !== undefined && from > to)
    problems.push(`--from-year ${from} is after --to-year ${to}`);
  return [
    ...filters,
    ...(from === undefined ? [] : [`from_publication_date:${from}-01-01`]),
    ...(to === undefined ? [] : [`to_publication_date:${to}-12-31`]),
  ];
}

function readSort({ sort, search }: WorksFlags, problems: string[]): string | undefined {
  if (sort === undefined) return undefined;
  const keys = sort.split(',').map((key) => key.trim());
  for (const key of keys) {
    const [field = '', direction, ...rest] = key.split(':');
    const isDirection = direction === undefined || /^(?:asc|desc)$/.test(direction);
    if (!/^[a-z_]+$/.test(field) || !isDirection || rest.length > 0)
      problems.push(`--sort "${key}" is not of the form cited_by_count:desc`);
    if (field === 'relevance_score' && search === undefined)
      problems.push('--sort relevance_score needs --search');
  }
  return keys.join(',');
}

/** The abstract comes as an index of words, and is put together again. */
function readSelect({ select }: WorksFlags, problems: string[]): string[] | undefined {
  if (select === undefined) return undefined;
  const fields = select
    .split(',')
    .map((field) => field.trim())
    .filter((field) => field !== '');
  if (fields.length === 0) problems.push('--select names no field');
  for (const field of fields) {
    if (!/^[a-z_]+$/.test(field)) problems.push(`--select: "${field}" is no name of a field`);
  }
  return fields.map((field) => (field === 'abstract' ? 'abstract_inverted_index' : field));
}

function unusable(problems: readonly string[]): AppError {
  const [first = ''] = problems;
  const message =
    problems.length === 1
      ? `${first}.`
      : `These cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`;
  return new AppError('USAGE', message, {
    suggestions: ['seo-content research openalex --help shows examples.'],
  });
}
