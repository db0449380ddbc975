import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitedFetch } from '../../../src/providers/limited-fetch.ts';
import { readJsonBody } from '../../../src/providers/read-json-body.ts';

const LIMITS = { maxBytes: 100_000, idleMs: 10_000 };
const ANSWER = { text: 'x'.repeat(3000) };
const CHAINS = 4;

let connections = 0;
const server = createServer((request, response) => {
  request.resume().once('end', () => response.end(JSON.stringify(ANSWER)));
});
server.on('connection', () => (connections += 1));
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('readJsonBody', () => {
  it('lets a request that follows at once have the connection of the answer', async () => {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const identity = {
      label: 'The test server',
      keyVariable: 'KEY',
      baseUrlVariable: 'BASE_URL',
      baseUrl,
      keys: [],
    };
    const send = limitedFetch(LIMITS.idleMs);
    const chain = async () => {
      for (let sent = 0; sent < 20; sent += 1) {
        const response = await send(baseUrl, { method: 'POST', body: JSON.stringify(ANSWER) });
        expect(await readJsonBody(response, identity, LIMITS)).toEqual(ANSWER);
      }
    };
    await Promise.all(Array.from({ length: CHAINS }, chain));
    expect(connections).toBeLessThanOrEqual(CHAINS);
  });
});
