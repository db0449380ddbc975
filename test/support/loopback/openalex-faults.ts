import type { Fault, LoopbackCall } from './loopback-types.ts';
import type { OpenAlexOptions, OpenAlexPage } from './openalex-options.ts';

type Change = NonNullable<OpenAlexOptions['change']>;

/** Pages as a service gives them that is not well, for `change` of the options. */
export const OPENALEX_CHANGES = {
  /** Every page tells another count, as when works are added meanwhile. */
  'changing-count': (page, call) => withMeta(page, { count: page.meta.count + call.id }),
  /** From the second page on, every page leads to itself. */
  'repeating-cursor': (page, call) => {
    const own = call.query?.['cursor'];
    return own === '*' ? page : withMeta(page, { next_cursor: own });
  },
  /** The last page leads to the first one. */
  'circling-cursor': (page) => withMeta(page, { next_cursor: page.meta.next_cursor ?? '*' }),
  /** Every third place of an abstract has no word. */
  'index-with-holes': (page) =>
    withIndex(page, (places) => places.filter((place) => place % 3 !== 1)),
  'negative-positions': (page) =>
    withIndex(page, (places) => places.map((place) => (place % 4 === 0 ? -1 - place : place))),
  'huge-positions': (page) =>
    withIndex(page, (places) => places.map((place) => (place === 3 ? 4_000_000_000 : place))),
  'no-positions': (page) => withIndex(page, () => ['x', null, 1.5]),
  /** Every other result has no id. */
  'results-without-id': (page) => {
    const results = page.results.map(({ id, ...rest }, index) =>
      index % 2 === 0 ? rest : { id, ...rest },
    );
    return { ...page, results };
  },
  /** Half of every page is missing, although the count promises it. */
  'fewer-results': (page) => ({
    ...page,
    results: page.results.slice(0, Math.ceil(page.results.length / 2)),
  }),
} satisfies Record<string, Change>;

/** A rule for `setFault`: the n-th page of works that is asked for fails so many times, then is well. */
export function failPage(
  number: number,
  times: number,
  fault: Fault = { status: 503 },
): (call: LoopbackCall) => Fault | undefined {
  const pages: string[] = [];
  let failures = 0;
  return ({ route, query }) => {
    if (route !== 'works') return undefined;
    const page = JSON.stringify(query);
    if (!pages.includes(page)) pages.push(page);
    if (pages.indexOf(page) !== number - 1 || failures >= times) return undefined;
    failures += 1;
    return fault;
  };
}

function withMeta(page: OpenAlexPage, changes: object): unknown {
  return { ...page, meta: { ...page.meta, ...changes } };
}

function withIndex(page: OpenAlexPage, change: (places: number[]) => unknown[]): unknown {
  const results = page.results.map((work) => {
    const index = work['abstract_inverted_index'];
    if (index === null || index === undefined) return work;
    const entries = Object.entries(index as Record<string, number[]>);
    const changed = entries.map(([word, places]) => [word, change(places)]);
    return { ...work, abstract_inverted_index: Object.fromEntries(changed) as unknown };
  });
  return { ...page, results };
}
