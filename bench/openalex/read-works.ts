import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The ids of the works in a file of JSON lines, in its order. */
export async function readWorkIds(path: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { id } = JSON.parse(line) as { id: string };
    ids.push(/W\d+$/u.exec(id)?.[0] ?? `no id: ${id}`);
  }
  return ids;
}
