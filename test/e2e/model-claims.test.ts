import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import {
  findAll,
  GLOSSARY_CALLS,
  openWithAnswers,
  revisionsAskedOf,
  shownPages,
  storedArticle,
  writeHeatPumps,
} from '../support/answered-articles.ts';
import {
  type AskedCall,
  type PartsAnswer,
  addSentences,
  changeSentences,
  passageWith,
} from '../support/loopback/changed-answers.ts';
import { knownPages } from '../support/loopback/known-pages.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer({ search: knownPages });
});
afterEach(() => server.reset());
afterAll(() => server.close());

describe('a model that mixes true and invented sources', () => {
  it('keeps what is borne out, and every citation leads to words of the dossier', async () => {
    await using place = await openWithAnswers(server, {
      outline: ({ sections, faq }) => ({
        sections: sections.map((section) => ({ ...section, sources: ['s77', ...section.sources] })),
        faq,
      }),
      parts: (good) =>
        changeSentences(good, ({ text, passages }, at) => {
          if (at === 0) return { text, passages: ['s99p9'] };
          return { text, passages: at === 1 ? [...passages, 's1p99', 'made up'] : passages };
        }),
    });
    const { exitCode, row } = await writeHeatPumps(place);
    expect(exitCode).toBe(0);
    expect(row).toMatchObject({ support: '1', removed: '0' });
    const { all } = await storedArticle(place);
    expect(all).not.toMatch(/s99|s77|s1p99|made up/u);
    const dossier = JSON.parse(await place.read('content/research/heat-pumps.json')) as Dossier;
    const known = new Set(dossier.sources.flatMap(({ passages }) => passages.map(({ id }) => id)));
    const cited = [...all.matchAll(/"passageId":"([^"]+)"/gu)].map(([, id = '']) => id);
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
    const footnotes = await place.read('content/heat-pumps.md');
    const marks = [...footnotes.matchAll(/\[\^(\d+)\](?!:)/gu)].map(([, mark]) => mark);
    const notes = [...footnotes.matchAll(/^\[\^(\d+)\]: \[/gmu)].map(([, mark]) => mark);
    expect(new Set(marks)).toEqual(new Set(notes));
  });
});

const RIGHT = 'takes 8 weeks to grant them';
const WRONG = 'takes 11 weeks to grant them';
const FALSE = `Permits are needed for drilling, and the authority ${WRONG}.`;
const plant = (good: PartsAnswer) =>
  changeSentences(good, ({ text, passages }) => ({ text: text.replace(RIGHT, WRONG), passages }));
/** Says it wrong at first, and again whenever it is to be mended. */
const insist = (good: PartsAnswer, call: AskedCall) =>
  call.isRevision
    ? addSentences(good, [{ text: FALSE, passages: [passageWith(call, RIGHT)] }])
    : plant(good);

describe('a model that gets a number wrong', () => {
  it('and mends it: the article has the right one, and counts as borne out', async () => {
    await using place = await openWithAnswers(server, {
      parts: (good, { isRevision }) => (isRevision ? good : plant(good)),
    });
    const { exitCode, row } = await writeHeatPumps(place);
    expect(exitCode).toBe(0);
    expect(row).toMatchObject({ support: '1', unsupported: '0', removed: '0' });
    for (const page of await shownPages(place)) {
      expect(page).toContain(RIGHT);
      expect(page).not.toContain('11 weeks');
    }
    expect(revisionsAskedOf(server).length).toBeGreaterThan(0);
    for (const prompt of revisionsAskedOf(server))
      expect(prompt).toContain('The source says 8 weeks, not 11 weeks.');
  });

  it('and insists on it: the sentence is taken out, and the summary says so', async () => {
    await using place = await openWithAnswers(server, { parts: insist });
    const { exitCode, stdout, row } = await writeHeatPumps(place);
    expect(exitCode).toBe(0);
    const removed = Number(row['removed']);
    expect(removed).toBeGreaterThan(0);
    expect(Number(row['support'])).toBeLessThan(1);
    expect(row['unsupported']).toBe(row['removed']);
    expect(stdout).toMatch(new RegExp(`9\\d % supported, ${removed} sentences? removed`, 'u'));
    const pages = await shownPages(place);
    expect(findAll(pages, /11 weeks/u)).toEqual([]);
    expect(pages[2]).toContain(`support_removed: ${removed}\n`);
    expect(pages[2]).toContain(`support_contradicted: ${removed}\n`);
  });

  it('and insists on it with --unsupported mark: the sentence stands there, marked', async () => {
    await using place = await openWithAnswers(server, { parts: insist });
    const { exitCode, row } = await writeHeatPumps(place, ['--unsupported', 'mark']);
    expect(exitCode).toBe(0);
    expect(row).toMatchObject({ removed: '0' });
    const [html = '', json = '', markdown = '', wordpress = ''] = await shownPages(place);
    expect(markdown).toContain(`${FALSE} (⚠ contradicted by the sources)`);
    for (const page of [html, wordpress]) {
      expect(page).toContain(WRONG);
      expect(page).toContain('contradicted by the sources');
    }
    expect(json).toContain('"doubt":"contradicted"');
    // What search engines are told holds none of it.
    const [, data = ''] =
      /<script type="application\/ld\+json">([\s\S]*?)<\/script>/u.exec(html) ?? [];
    expect(data).toContain('schema.org');
    expect(data).not.toContain('11 weeks');
  });

  it('below --min-support: no article, and a retry with a lower bar pays nothing again', async () => {
    await using place = await openWithAnswers(server, { parts: insist });
    const { exitCode, stdout, row } = await writeHeatPumps(place, ['--min-support', '0.99']);
    expect(exitCode).toBe(1);
    expect(row).toMatchObject({ status: 'failed', error_code: 'SUPPORT_TOO_LOW' });
    expect(stdout).toContain('at least 99 % are asked for');
    expect(stdout.match(/The source says 8 weeks, not 11 weeks\./gu)).toHaveLength(1);
    expect(await place.list('content')).toEqual(['research']);
    const paid = server.count();
    const [, run = ''] = /runs retry (\S+)/u.exec(stdout.split('\n').at(-2) ?? '') ?? [];
    const retried = await place.run(['runs', 'retry', run, '--min-support', '0']);
    expect(retried.exitCode).toBe(0);
    expect(retried.stdout).toMatch(/9\d % supported, \d sentences? removed/u);
    expect(server.count()).toBe(paid);
    expect(findAll(await shownPages(place), /11 weeks/u)).toEqual([]);
  });
});

const COPIED =
  'A heat pump that is planned with care by an engineer who has measured every room and looked at every radiator will usually run for many years with little noise and low costs while one that was chosen in a hurry will disappoint its owners every winter';

describe('a model that copies 40 words and more', () => {
  const pages = () => {
    const [first, ...rest] = knownPages();
    return first === undefined
      ? []
      : [{ ...first, raw_content: `${first.raw_content}\n\n## Care\n\n${COPIED}.` }, ...rest];
  };
  const copied = (call: AskedCall) => ({
    text: `${COPIED}.`,
    passages: [passageWith(call, COPIED)],
  });
  const copy = (good: PartsAnswer, call: AskedCall) => addSentences(good, [copied(call)]);

  it('and copies again: the words stand in quotation marks', async () => {
    await using place = await openWithAnswers(server, { parts: copy });
    server.configure({ search: pages });
    expect((await writeHeatPumps(place)).exitCode).toBe(0);
    expect(await place.read('content/heat-pumps.md')).toContain(`“${COPIED}”`);
    expect(await place.read('content/heat-pumps.html')).toContain(`“${COPIED}”`);
    const [revision] = revisionsAskedOf(server);
    expect(revision).toMatch(/is copied from s\d, 4\d words in a row: say it in other words/u);
  });

  it('and puts it shorter when asked: the shorter sentence stands there', async () => {
    const short = 'Heat pumps that an engineer plans with care run for many years.';
    await using place = await openWithAnswers(server, {
      parts: (good, call) =>
        call.isRevision ? addSentences(good, [{ ...copied(call), text: short }]) : copy(good, call),
    });
    server.configure({ search: pages });
    expect((await writeHeatPumps(place)).exitCode).toBe(0);
    const markdown = await place.read('content/heat-pumps.md');
    expect(markdown).toContain(short);
    expect(markdown).not.toContain(COPIED);
  });

  it('may do so as far as --max-verbatim lets it', async () => {
    await using place = await openWithAnswers(server, { parts: copy });
    server.configure({ search: pages });
    expect((await writeHeatPumps(place, ['--max-verbatim', '60'])).exitCode).toBe(0);
    const markdown = await place.read('content/heat-pumps.md');
    expect(markdown).toContain(`${COPIED}.[^`);
    expect(markdown).not.toContain(`“${COPIED}”.`);
    expect(server.count('chat')).toBe(GLOSSARY_CALLS);
  });
});
