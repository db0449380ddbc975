import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { readWebPage } from '../../src/documents/read-web-page.ts';
import type { FoundSource } from '../../src/providers/search-provider.ts';
import {
  createWebReader,
  type WebReader,
  type WebReaderOptions,
} from '../../src/providers/web/create-web-reader.ts';
import { createGateway } from '../../src/gateway/create-gateway.ts';
import { passThroughGateway } from '../support/pass-through-gateway.ts';
import { leadsTo, type SitePage, WebSite } from '../support/web-site.ts';

const NOW = new Date('2026-11-02T10:00:00Z');
const SENTENCE = 'Leaves and grass turn into soil within nine months when the heap stays moist.';
const PAGE = `<!doctype html><html><head><title>Composting</title></head><body><p>${SENTENCE}</p></body></html>`;

let readers: WebReader[] = [];
afterEach(() => {
  for (const reader of readers) reader.close();
  readers = [];
});

function readerWith(more: Partial<WebReaderOptions> = {}): WebReader {
  const reader = createWebReader({
    gateway: passThroughGateway(),
    parse: readWebPage,
    allowPrivate: true,
    now: () => NOW,
    ...more,
  });
  readers.push(reader);
  return reader;
}

const scope = (signal = new AbortController().signal) => ({ signal });

function read(url: string, more: Partial<WebReaderOptions> = {}): Promise<FoundSource> {
  return readerWith(more).read(url, scope());
}

/** The error that a page fails with, which names its address and a remedy. */
async function failure(url: string, more: Partial<WebReaderOptions> = {}): Promise<AppError> {
  const error: unknown = await read(url, more).then(
    () => new Error('It was read.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw error;
  expect(error.code).toBe('DOCUMENT_UNREADABLE');
  expect(error.suggestions.length).toBeGreaterThan(0);
  return error;
}

describe('a web page', () => {
  it('is read with what it tells of itself', async () => {
    await using site = await WebSite.open({
      '/page?a=1': `<!doctype html><html lang="en"><head><title>Composting | Garden</title>
        <meta name="author" content="Mara Quill"><meta property="article:published_time" content="2026-03-09T08:00:00Z">
        </head><body><nav>Menu</nav><main><h1>Composting</h1><p>${SENTENCE} Use 2 * 3 * 4 [layers](of) &lt;b&gt;brown&lt;/b&gt; matter.</p>
        <p style="display:none">Nobody sees this.</p></main></body></html>`,
    });
    const gateway = passThroughGateway();
    const source = await readerWith({ gateway }).read(site.url('/page?a=1#part'), scope());
    expect(source).toMatchObject({
      title: 'Composting',
      url: site.url('/page?a=1'),
      author: 'Mara Quill',
      publishedAt: '2026-03-09',
      retrievedAt: NOW.toISOString(),
      isPlainText: true,
      score: 1,
    });
    expect(source.text).toBe(`${SENTENCE} Use 2 * 3 * 4 [layers](of) <b>brown</b> matter.`);
    expect(gateway.requests).toMatchObject([
      { provider: 'web', operation: 'read', keep: 'research', detail: site.url('/page?a=1') },
    ]);
    expect(gateway.answers).toMatchObject([{ status: 200, consumed: { credits: 0 } }]);
    expect(site.requests).toEqual(['/robots.txt', '/page?a=1']);
    expect(site.lastHeaders['user-agent']).toBe('seo-content');
    expect(site.lastHeaders).not.toHaveProperty('cookie');
  });

  it.each<[string, SitePage, string]>([
    [
      'Markdown',
      { headers: { 'content-type': 'text/markdown' }, body: '# Heap\n\nIt is *warm*.' },
      'It is warm.',
    ],
    [
      'plain text',
      { headers: { 'content-type': 'text/plain' }, body: 'It is *warm* in there.' },
      'It is *warm* in there.',
    ],
    ['text of no type', { body: 'It is warm in there.' }, 'It is warm in there.'],
    [
      'XHTML',
      {
        headers: { 'content-type': 'application/xhtml+xml' },
        body: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>It is warm.</p></body></html>',
      },
      'It is warm.',
    ],
    [
      'HTML under another type',
      { headers: { 'content-type': 'application/json' }, body: PAGE },
      SENTENCE,
    ],
    [
      'a piece of HTML',
      { headers: { 'content-type': 'text/html' }, body: '<p>It is warm.</p>' },
      'It is warm.',
    ],
    [
      'gzip',
      {
        headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' },
        body: gzipSync(PAGE),
      },
      SENTENCE,
    ],
    [
      'an encoding in the header',
      {
        headers: { 'content-type': 'text/html; charset=iso-8859-1' },
        body: Buffer.from('<meta charset="utf-8"><p>Wärme hält.</p>', 'latin1'),
      },
      'Wärme hält.',
    ],
    [
      'an encoding in the head',
      {
        headers: { 'content-type': 'text/html' },
        body: Buffer.from(
          '<html><head><meta charset="windows-1252"></head><p>Wärme hält.</p></html>',
          'latin1',
        ),
      },
      'Wärme hält.',
    ],
    [
      'a byte order mark',
      {
        headers: { 'content-type': 'text/html; charset=iso-8859-1' },
        body: Buffer.from('\ufeff<p>Wärme hält.</p>', 'utf16le'),
      },
      'Wärme hält.',
    ],
  ])('is read as %s', async (_name, page, text) => {
    await using site = await WebSite.open({ '/page': page });
    expect((await read(site.url('/page'))).text).toContain(text);
  });

  it('without a title has its address for one', async () => {
    await using site = await WebSite.open({ '/page': { body: 'It is warm in there.\nAnd wet.' } });
    expect((await read(site.url('/page'))).title).toBe(site.url('/page'));
  });

  it.each<[string, SitePage, string]>([
    [
      'a picture that claims to be HTML',
      {
        headers: { 'content-type': 'text/html' },
        body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      },
      'PNG image',
    ],
    [
      'a program without any mark',
      { headers: { 'content-type': 'text/html' }, body: Buffer.from([1, 2, 3, 0, 65]) },
      'is no text',
    ],
    [
      'an archive',
      { headers: { 'content-type': 'text/html' }, body: Buffer.from('PK\u0003\u0004rest') },
      'an archive or an Office file',
    ],
    [
      'data',
      { headers: { 'content-type': 'application/json' }, body: '{"a":1}' },
      'application/json',
    ],
    [
      'a feed',
      {
        headers: { 'content-type': 'application/rss+xml' },
        body: '<?xml version="1.0"?><rss></rss>',
      },
      'rss',
    ],
    [
      'an empty page',
      { headers: { 'content-type': 'text/html' }, body: '' },
      'no text that could be read',
    ],
    [
      'a page of scripts',
      '<!doctype html><html><body><script>x()</script></body></html>',
      'no text that could be read',
    ],
    [
      'a broken PDF',
      { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7\nnothing' },
      'The page http',
    ],
    [
      'more markup than any page has',
      `<!doctype html><html><body>${'<b>x</b>'.repeat(150_000)}</body></html>`,
      '200,000',
    ],
  ])('is not %s', async (_name, page, words) => {
    await using site = await WebSite.open({ '/page': page });
    const error = await failure(site.url('/page'));
    expect(error.message).toContain(words);
    expect(error.message).toContain(site.url('/page'));
    expect(error.retryable).toBe(false);
  });

  it.each([
    [404, false, 'does not exist'],
    [410, false, 'does not exist'],
    [401, false, 'is not open to programs'],
    [403, false, 'is not open to programs'],
    [451, false, 'is not open to programs'],
    [418, false, 'could not be read'],
    [304, false, 'could not be read'],
    [429, true, 'got too many requests'],
    [500, true, 'is out of order'],
    [503, true, 'is out of order'],
  ])('that answers %i fails and is tried again: %s', async (status, retryable, words) => {
    await using site = await WebSite.open({ '/page': { status, headers: { 'retry-after': '7' } } });
    const error = await failure(site.url('/page'));
    expect(error).toMatchObject({ status, retryable });
    expect(error.retryAfterMs).toBe(retryable ? 7000 : undefined);
    expect(error.message).toBe(
      `The page ${site.url('/page')} ${words}${error.message.slice(error.message.indexOf(words) + words.length)}`,
    );
    expect(error.message).toContain(`HTTP ${status}`);
  });

  it('whose server is gone is tried again', async () => {
    const site = await WebSite.open({});
    const url = site.url('/page');
    await site[Symbol.asyncDispose]();
    const error = await failure(url);
    expect(error.retryable).toBe(true);
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('shows no key in messages', async () => {
    await using site = await WebSite.open({});
    const error = await failure(site.url('/page?api_key=hidden-0123456789'));
    expect(error.message).not.toContain('hidden-0123456789');
  });
});

describe('redirects', () => {
  it('are followed, and the last address is that of the source', async () => {
    await using site = await WebSite.open({
      '/1': leadsTo('/2', 301),
      '/2': leadsTo('3?x=1#part', 308),
      '/3?x=1': PAGE,
    });
    expect((await read(site.url('/1'))).url).toBe(site.url('/3?x=1'));
  });

  it('end after five', async () => {
    await using site = await WebSite.open({
      ...Object.fromEntries([1, 2, 3, 4, 5].map((hop) => [`/${hop}`, leadsTo(`/${hop + 1}`)])),
      '/6': PAGE,
      '/0': leadsTo('/1'),
      '/loop': leadsTo('/loop'),
    });
    expect((await read(site.url('/1'))).url).toBe(site.url('/6'));
    expect((await failure(site.url('/0'))).message).toContain('without end');
    expect((await failure(site.url('/loop'))).retryable).toBe(false);
    expect(site.count('/loop')).toBe(6);
  });

  it.each([
    ['file:///etc/passwd', 'is not at an http(s) address'],
    ['data:text/html,hello', 'is not at an http(s) address'],
    ['javascript:alert(1)', 'is not at an http(s) address'],
    ['http://user:hidden-0123@127.0.0.1/', 'user name or password'],
    [`/${'a'.repeat(3000)}`, 'more than 2048 characters'],
  ])('to %s are refused', async (target, words) => {
    await using site = await WebSite.open({ '/page': leadsTo(target) });
    const error = await failure(site.url('/page'));
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('hidden-0123');
    expect(site.requests).toEqual(['/robots.txt', '/page']);
  });

  it('to nowhere are an error of the page', async () => {
    await using site = await WebSite.open({ '/page': { status: 302 } });
    expect((await failure(site.url('/page'))).status).toBe(302);
  });

  it('do not lead to pages that robots.txt forbids', async () => {
    await using other = await WebSite.open({
      '/robots.txt': 'User-agent: *\nDisallow: /secret',
      '/secret': PAGE,
    });
    await using site = await WebSite.open({ '/page': leadsTo(other.url('/secret')) });
    expect((await failure(site.url('/page'))).message).toContain('robots.txt');
    expect(other.count('/secret')).toBe(0);
  });
});

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    'localhost',
  ])('of this machine are not connected to: %s', async (host) => {
    await using site = await WebSite.open({ '/page': PAGE });
    const error = await failure(site.url('/page', host), { allowPrivate: false });
    expect(error.message).toContain('is in a private network or on this machine');
    expect(error.suggestions.join(' ')).toContain('--allow-private');
    expect(error.retryable).toBe(false);
    expect(site.requests).toEqual([]);
  });

  it('are those that were checked: a name that then leads to this machine is refused', async () => {
    // The first address stands for a public one; the second is what an attacker's name server tells the second time.
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const asked: string[] = [];
    const network = {
      isAllowed: (address: string) => address === '127.0.0.1',
      resolve: async (host: string) => {
        asked.push(host);
        return answers.shift() ?? [];
      },
    };
    const robots: SitePage = { headers: { connection: 'close' }, body: '' };
    await using site = await WebSite.open({ '/robots.txt': robots, '/page': PAGE });
    const error = await failure(site.url('/page', 'rebinding.example'), { network });
    expect(error.message).toContain('127.0.0.2');
    expect(asked).toEqual(['rebinding.example', 'rebinding.example']);
    expect(site.requests).toEqual(['/robots.txt']);
  });

  it('are checked again for every redirect', async () => {
    await using inside = await WebSite.open({ '/admin': PAGE });
    await using site = await WebSite.open({ '/page': leadsTo(inside.url('/admin', '127.0.0.1')) });
    const network = {
      isAllowed: (address: string) => address === '127.0.0.1',
      resolve: async () => ['127.0.0.1'],
    };
    // Literal addresses of the redirect are refused here, those that names lead to are not.
    const strict = { ...network, isAllowed: () => true };
    expect((await read(site.url('/page', 'public.example'), { network: strict })).url).toBe(
      inside.url('/admin'),
    );
    site.pages['/page'] = leadsTo(inside.url('/admin', '[::1]'));
    const error = await failure(site.url('/page', 'public.example'), { network });
    expect(error.message).toContain('::1');
    expect(inside.requests).toEqual(['/robots.txt', '/admin']);
  });

  it('are resolved once a connection, and the connection is used again', async () => {
    let asked = 0;
    const network = {
      isAllowed: () => true,
      resolve: async () => [++asked > 1 ? '' : '127.0.0.1'],
    };
    await using site = await WebSite.open({ '/page': PAGE });
    expect((await read(site.url('/page', 'public.example'), { network })).text).toBe(SENTENCE);
    expect(asked).toBe(1);
  });

  it('that no name server knows are not tried again', async () => {
    const network = { resolve: async () => [] };
    const error = await failure('http://nowhere.example/page', { network });
    expect(error.message).toContain('ENOTFOUND');
    expect(error.retryable).toBe(false);
  });

  it.each([
    ['ftp://example.com/', 'http(s)'],
    ['https://user@example.com/', 'user name or password'],
    ['nonsense', 'http(s)'],
  ])('that cannot be read are refused before anything is sent: %s', async (url, words) => {
    const gateway = passThroughGateway();
    expect((await failure(url, { gateway })).message).toContain(words);
    expect(gateway.requests).toEqual([]);
  });

  it('at ports of other services are not spoken to', async () => {
    const error = await failure('http://127.0.0.1:25/page');
    expect(error.message).toContain('port');
    expect(error.retryable).toBe(false);
  });
});

describe('robots.txt', () => {
  it('is asked once for a site, and obeyed', async () => {
    await using site = await WebSite.open({
      '/robots.txt': 'User-agent: seo-content\nDisallow: /no\nAllow: /no/but',
      '/no': PAGE,
      '/no/but': PAGE,
      '/yes': PAGE,
    });
    const reader = readerWith();
    await Promise.all(['/yes', '/no/but'].map((path) => reader.read(site.url(path), scope())));
    await expect(reader.read(site.url('/no'), scope())).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
      retryable: false,
      message: `The page ${site.url('/no')} may not be read by programs: the robots.txt of its site says so.`,
      suggestions: [
        'Open the page in a browser, save it, and name the file instead.',
        'Or ask its owner to allow the user agent seo-content.',
      ],
    });
    expect(site.count('/robots.txt')).toBe(1);
    expect(site.count('/no')).toBe(0);
  });

  it.each([401, 403, 404, 410])('that answers %i allows everything', async (status) => {
    await using site = await WebSite.open({ '/robots.txt': { status }, '/page': PAGE });
    expect((await read(site.url('/page'))).text).toBe(SENTENCE);
  });

  it.each([429, 500, 503])('that answers %i allows nothing yet', async (status) => {
    const headers = { 'retry-after': '3' };
    await using site = await WebSite.open({ '/robots.txt': { status, headers }, '/page': PAGE });
    const reader = readerWith();
    await expect(reader.read(site.url('/page'), scope())).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
      retryable: true,
      retryAfterMs: 3000,
      message: expect.stringContaining(
        `${site.url('/page')} is not read as long as its robots.txt`,
      ),
    });
    expect(site.count('/page')).toBe(0);
    // It is asked anew the next time.
    site.pages['/robots.txt'] = '';
    expect((await reader.read(site.url('/page'), scope())).text).toBe(SENTENCE);
  });

  it('that breaks off allows nothing yet', async () => {
    await using site = await WebSite.open({
      '/robots.txt': (_request, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('User-agent: *');
        response.destroy();
      },
      '/page': PAGE,
    });
    expect((await failure(site.url('/page'))).retryable).toBe(true);
    expect(site.count('/page')).toBe(0);
  });

  it('is followed where it leads, but not without end', async () => {
    await using site = await WebSite.open({
      '/robots.txt': leadsTo('/rules'),
      '/rules': 'User-agent: *\nDisallow: /',
      '/page': PAGE,
    });
    expect((await failure(site.url('/page'))).message).toContain('may not be read by programs');
    site.pages['/rules'] = leadsTo('/robots.txt');
    expect((await read(site.url('/page'))).text).toBe(SENTENCE);
  });

  it('does not lead to addresses that are not allowed', async () => {
    await using site = await WebSite.open({ '/page': PAGE });
    site.pages['/robots.txt'] = leadsTo(site.url('/page', '[::1]'));
    const network = { isAllowed: (address: string) => address === '127.0.0.1' };
    const error = await failure(site.url('/page'), { network });
    expect(error.message).toContain('robots.txt');
    expect(error.retryable).toBe(false);
    expect(site.requests).toEqual(['/robots.txt']);
  });

  it('is read up to 500 KiB', async () => {
    const noise = `# ${'x'.repeat(1000)}\n`.repeat(600);
    await using site = await WebSite.open({
      '/robots.txt': `User-agent: *\nDisallow: /no\n${noise}Disallow: /page`,
      '/page': PAGE,
      '/no': PAGE,
    });
    expect((await read(site.url('/page'))).text).toBe(SENTENCE);
    expect((await failure(site.url('/no'))).message).toContain('robots.txt');
  });
});

describe('bodies without measure', () => {
  /** Sends until the other side has gone, and tells when it has. */
  function endless(piece: Buffer, headers: Record<string, string>, gone: () => void) {
    return (_request: unknown, response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers });
      response.on('close', gone);
      const send = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', send);
      send();
    };
  }

  it.each([
    ['plain', Buffer.from(' '.repeat(65_536)), {}],
    ['a bomb', gzipSync(Buffer.alloc(10_000_000, ' ')), { 'content-encoding': 'gzip' }],
  ])('end early: %s', async (_name, piece, headers) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await using site = await WebSite.open({ '/page': endless(piece, headers, resolve) });
    const error = await failure(site.url('/page'));
    expect(error.message).toContain('longer than 10000000 bytes');
    expect(error.retryable).toBe(false);
    await promise;
  });

  it('of many encodings one over the other are not unpacked', async () => {
    const headers = {
      'content-type': 'text/html',
      'content-encoding': 'gzip,'.repeat(20) + 'gzip',
    };
    await using site = await WebSite.open({ '/page': { headers, body: gzipSync(PAGE) } });
    expect((await failure(site.url('/page'))).message).toContain(site.url('/page'));
  });

  it('that stop in the middle are given up', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await using site = await WebSite.open({
      '/page': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
        response.on('close', resolve);
      },
    });
    const error = await failure(site.url('/page'), { idleTimeoutMs: 30 });
    expect(error.message).toContain('sent nothing for 0.03 s');
    expect(error.retryable).toBe(true);
    await promise;
  });

  it('that never begin are given up', async () => {
    await using site = await WebSite.open({ '/page': () => {} });
    const error = await failure(site.url('/page'), { timeoutMs: 300 });
    expect(error.message).toContain('did not come within 0.3 s');
    expect(error.retryable).toBe(true);
  });

  it('are given up when the run is', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await using site = await WebSite.open({ '/page': () => resolve() });
    const control = new AbortController();
    const reading = readerWith().read(site.url('/page'), scope(control.signal));
    await promise;
    control.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('through the gateway', () => {
  const gatewayOf = (attempts: number) =>
    createGateway({
      limits: { web: { requestsPerMinute: 6000, concurrency: 1 } },
      prices: { date: '2026-01-01', models: {}, credits: {} },
      retries: { attempts, maxElapsedMs: 1000 },
      drain: new AbortController().signal,
      emit: () => {},
    });

  it('a page that is out of order is tried again, as soon as its site says', async () => {
    await using site = await WebSite.open({});
    site.pages['/page'] = (_request, response) => {
      site.pages['/page'] = PAGE;
      response.writeHead(503, { 'retry-after': '0' }).end();
    };
    expect((await read(site.url('/page'), { gateway: gatewayOf(2) })).text).toBe(SENTENCE);
    expect(site.requests).toEqual(['/robots.txt', '/page', '/page']);
  });

  it('pages that fail in a row hold up no other: one site says nothing of the next', async () => {
    const headers = { 'retry-after': '3600' };
    const failing = [500, 503, 429, 500, 503, 429, 500, 503, 429].map((status, index) => ({
      [`/${index}`]: { status, headers },
    }));
    await using site = await WebSite.open({ ...Object.assign({}, ...failing), '/page': PAGE });
    const reader = readerWith({ gateway: gatewayOf(1) });
    for (const index of failing.keys()) {
      await expect(reader.read(site.url(`/${index}`), scope())).rejects.toThrow('HTTP');
    }
    expect((await reader.read(site.url('/page'), scope())).text).toBe(SENTENCE);
  });
});
