import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from '../support/cli.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { EventWatch } from '../support/processes/event-watch.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

type Row = Record<string, string>;

const table = (text: string): Row[] => parse(text, { columns: true });

const INVOICES = {
  'b.txt': 'Invoice 17\n\nDate: 9 March 2025\n\nTotal: EUR 1,299.00\n',
  'a.md':
    '# Invoice 16\n\nInvoice date: 2025-02-01\n\n| Item | Price |\n| - | - |\n| Pump | 80 € |\n\nTotal: 80.00 €\n',
};

describe('documents, by patterns', () => {
  it('makes a table in the order in which they were named, whatever fails', async () => {
    await using place = await Workplace.open();
    for (const [name, text] of Object.entries(INVOICES)) await place.write(name, text);
    await place.write('broken.pdf', '%PDF-1.7\nnot much of one');
    const args = ['extract', 'b.txt', 'broken.pdf', 'a.md', '--fields', 'date,total:money'];
    const { stdout, stderr, exitCode } = await place.run(args);
    expect(exitCode).toBe(1);
    const rows = table(stdout);
    expect(rows).toMatchObject([
      { file: 'b.txt', date: '2025-03-09', total: '1299.00 EUR', status: 'succeeded', error: '' },
      { file: 'broken.pdf', date: '', total: '', status: 'failed' },
      { file: 'a.md', date: '2025-02-01', total: '80.00 EUR', status: 'succeeded' },
    ]);
    expect(rows[1]?.['error']).toContain('broken.pdf');
    expect(stderr).toContain('2 successful, 1 failed');
    expect(stderr).toContain('no model is used');
    expect(stderr).toMatch(/seo-content runs retry \d{8}-/u);
  });

  it('writes a file whole, JSON with quotes; the run is one like any other', async () => {
    await using place = await Workplace.open();
    for (const [name, text] of Object.entries(INVOICES)) await place.write(name, text);
    const args = ['extract', '.', '--fields', 'date,total:money', '--output', 'out.json'];
    const { events, summary, exitCode } = await place.runForData(args);
    expect(exitCode).toBe(0);
    expect(summary).toMatchObject({ command: 'extract', totals: { total: 2, succeeded: 2 } });
    expect(events.map(({ type }) => type).filter((type) => !type.startsWith('step'))).toEqual([
      'run-start',
      'item-start',
      'item-start',
      'item-end',
      'item-end',
      'run-end',
    ]);
    expect(events[0]).toMatchObject({ unit: 'document', total: 2 });
    const counts = events.flatMap((event) => (event.type === 'item-end' ? [event.counts] : []));
    expect(counts).toEqual([
      { total: 2, succeeded: 1, failed: 0, cancelled: 0 },
      { total: 2, succeeded: 2, failed: 0, cancelled: 0 },
    ]);
    const rows = JSON.parse(await place.read('out.json'));
    expect(rows).toMatchObject([
      { file: 'a.md', evidence: { total: { quote: '80.00 €' } } },
      { file: 'b.txt', date: '2025-03-09', evidence: { date: { quote: '9 March 2025' } } },
    ]);
    expect(await place.list()).toEqual(['.seo-content', 'a.md', 'b.txt', 'out.json']);
    const shown = await place.run(['runs', 'show']);
    expect(shown.stdout).toMatch(/extract · finished\n.*\n {2}2 of 2 items done/u);
    expect(shown.stdout).not.toContain('Output in');
  });

  it('is told what it is asked for with its place and its remedy, before anything is done', async () => {
    await using place = await Workplace.open();
    await place.write('a.md', INVOICES['a.md']);
    await place.write('rows.csv', 'id,text\n1,x,y\n2,"open\n');
    const cases: [string[], RegExp][] = [
      [['a.md'], /which fields[^]*--fields[^]*--schema[^]*--discover/u],
      [['a.md', '--fields', 'a,a,b:colour'], /“a” stands there twice.*“b” has the unknown type/u],
      [['--fields', 'a'], /No documents given/u],
      [['a.md', '--from-file', 'rows.csv', '--fields', 'a'], /cannot be worked on in one run/u],
      [['none.md', '--fields', 'a'], /none\.md does not exist/u],
      [['--from-file', 'rows.csv', '--fields', 'a'], /rows\.csv:2: [^]*rows\.csv:3: /u],
      [['a.md', '--fields', 'a', '--method', 'ai'], /OPENAI_API_KEY[^]*--method pattern/u],
      [['a.md', '--fields', 'a', '--output', 'x.xml'], /x\.xml does not say what to write/u],
      [['a.md', '--fields', 'a', '--json'], /both want standard output/u],
      [['a.md', '--schema', 'none.json'], /none\.json does not exist/u],
      [['a.md', '--fields', 'a', '--output', '.', '--format', 'csv'], /it is a folder/u],
      [['a.md', '--fields', 'a', '--output', 'a.md/x.csv'], /Cannot write to .*x\.csv/u],
      [['a.md', '--patterns', 'p.yaml', '--method', 'ai'], /OPENAI_API_KEY|Patterns cannot/u],
    ];
    for (const [args, expected] of cases) {
      const { stderr, stdout, exitCode } = await place.run(['extract', ...args]);
      expect(stderr).toMatch(expected);
      expect([args, exitCode, stdout]).toEqual([args, 2, '']);
    }
    expect(await place.list()).toEqual(['a.md', 'rows.csv']);
  });
});

describe('rows, by a model', () => {
  const ROWS =
    'id,note,date\n' +
    Array.from(
      { length: 12 },
      (_, at) => `7,"Date: 2025-03-0${(at % 9) + 1} for the order ${at}",=1+1`,
    ).join('\n');
  const ARGS = [
    'extract',
    '--from-file',
    'rows.csv',
    '--columns',
    'note',
    '--fields',
    'date',
    '--output',
    'out.csv',
  ];

  const openPlace = async () => {
    const place = await prepareWorkplace(server, { keywords: 0 });
    await place.write('rows.csv', `${ROWS}\n`);
    return place;
  };

  it('keeps the columns of the table, and no cell starts a formula', async () => {
    await using place = await openPlace();
    const { stdout, exitCode } = await place.run(ARGS);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('12 successful, 0 failed');
    const rows = table(await place.read('out.csv'));
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'id',
      'note',
      'date',
      'date_extracted',
      'status',
      'error',
      'warnings',
    ]);
    expect(rows).toHaveLength(12);
    rows.forEach((row, at) =>
      expect(row).toMatchObject({
        id: '7',
        date: "'=1+1",
        date_extracted: `2025-03-0${(at % 9) + 1}`,
        status: 'succeeded',
      }),
    );
  });

  it('goes on after a kill: no row is lost, no call is made twice but those under way', async () => {
    await using place = await openPlace();
    let asked = 0;
    server.setFault(({ route }) => {
      asked += route === 'chat' ? 1 : 0;
      return route === 'chat' && asked > 6 ? { break: 'hang' } : undefined;
    });
    const first = place.start([...ARGS, '--parallel', '3', '--reporter', 'ndjson']);
    const watch = new EventWatch(first);
    expect(await watch.waitForEvents('item-end', 6)).toBe(true);
    await server.waitForInFlight(3, 'chat');
    first.kill('SIGKILL');
    await first;
    const sent = server.count('chat');
    expect(await place.list()).not.toContain('out.csv');

    server.reset();
    const { summary, exitCode } = await place.runForData(['extract', '--resume']);
    expect(exitCode).toBe(0);
    expect(summary.totals).toMatchObject({ total: 12, succeeded: 12 });
    expect(server.count('chat')).toBe(6);
    expect(sent).toBe(9);
    const rows = table(await place.read('out.csv'));
    expect(rows.map(({ date_extracted }) => date_extracted)).toEqual(
      Array.from({ length: 12 }, (_, at) => `2025-03-0${(at % 9) + 1}`),
    );
    expect((await place.list()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('counts a row that failed as failed, and takes it again with runs retry', async () => {
    await using place = await openPlace();
    server.failNext('chat', { status: 400 });
    const failed = await place.run([...ARGS, '--parallel', '1']);
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toContain('11 successful, 1 failed');
    const before = table(await place.read('out.csv'));
    expect(before[0]).toMatchObject({ status: 'failed', date_extracted: '' });
    const sent = server.count('chat');
    const [run] = JSON.parse((await place.run(['runs', 'list', '--json'])).stdout);
    expect((await place.run(['runs', 'retry', run.run])).exitCode).toBe(0);
    expect(server.count('chat')).toBe(sent + 1);
    const after = table(await place.read('out.csv'));
    expect(after[0]).toMatchObject({ status: 'succeeded', date_extracted: '2025-03-01' });
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  it('does not mix rows of a table that has changed', async () => {
    await using place = await openPlace();
    server.failNext('chat', { status: 400 });
    await place.run([...ARGS, '--parallel', '1', '--fail-fast']);
    await place.write('rows.csv', ROWS.replace('order 4"', 'order 44"'));
    const { stderr, exitCode } = await place.run(['extract', '--resume']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/rows\.csv:6 has changed/u);
    await place.write('rows.csv', `${ROWS}\n`);
    expect((await place.run(['extract', '--resume'])).exitCode).toBe(0);
    // A run that is complete does not put its values beside other rows either.
    await place.write('rows.csv', ROWS.replace('order 4"', 'order 44"'));
    expect((await place.run(['extract', '--resume'])).exitCode).toBe(2);
    expect(table(await place.read('out.csv'))).toHaveLength(12);
  });

  it('takes rows from standard input, and can go on with them later', async () => {
    await using place = await openPlace();
    server.failNext('chat', { status: 400 });
    const args = ['extract', '-f', '-', '--columns', 'note', '--fields', 'date', '--parallel', '1'];
    const first = await place.run(args, { input: ROWS });
    expect(first.exitCode).toBe(1);
    const retried = await place.run(['extract', '--resume']);
    expect(retried.exitCode).toBe(0);
    expect(table(retried.stdout).map(({ status }) => status)).toEqual(Array(12).fill('succeeded'));
  });

  it('ends in order when interrupted: every row says how it stands', async () => {
    await using place = await openPlace();
    let asked = 0;
    server.setFault(({ route }) => {
      asked += route === 'chat' ? 1 : 0;
      return asked > 4 ? { break: 'hang' } : undefined;
    });
    const running = place.start([...ARGS, '--parallel', '2', '--reporter', 'ndjson']);
    const watch = new EventWatch(running);
    await watch.waitForEvents('item-end', 4);
    await server.waitForInFlight(2, 'chat');
    running.kill('SIGINT');
    await watch.ended;
    expect((await running).exitCode).toBe(130);
    const rows = table(await place.read('out.csv'));
    const statuses = rows.map(({ status }) => status);
    expect(statuses).toEqual([
      ...Array(4).fill('succeeded'),
      'cancelled',
      'cancelled',
      ...Array(6).fill('not-started'),
    ]);
  });
});
