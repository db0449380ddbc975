/** What a plain script does: batch after batch and page after page, one request at a time. */
export async function runPlainLoop(options: {
  url: string;
  key: string;
  batches: readonly (readonly string[])[];
  select: string;
}): Promise<{ wallMs: number; requests: number; works: number }> {
  const startedAt = performance.now();
  const works = new Map<string, unknown>();
  let requests = 0;
  for (const batch of options.batches) {
    for (let cursor: string | null = '*'; cursor !== null; requests += 1) {
      const query = new URLSearchParams({
        filter: `author.id:${batch.join('|')}`,
        select: options.select,
        'per-page': '200',
        cursor,
        api_key: options.key,
      });
      const response = await fetch(`${options.url}/works?${query.toString()}`);
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      const page = (await response.json()) as {
        meta: { next_cursor: string | null };
        results: { id: string }[];
      };
      for (const work of page.results) works.set(work.id, work);
      cursor = page.meta.next_cursor;
    }
  }
  return { wallMs: performance.now() - startedAt, requests, works: works.size };
}
