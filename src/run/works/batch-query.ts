import type { WorksQuery } from '../../providers/openalex/works-address.ts';
import type { WorksItem } from './works-item.ts';
import type { WorksSpec } from './works-spec.ts';

/** What one batch asks: the query of all, and its own identifiers. */
export function batchQuery({ query }: Pick<WorksSpec, 'query'>, { filter }: WorksItem): WorksQuery {
  return filter === undefined ? query : { ...query, filters: [filter, ...query.filters] };
}
