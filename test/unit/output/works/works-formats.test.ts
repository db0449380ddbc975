import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { RawWork } from '../../../../src/core/works/read-work.ts';
import {
  type FileFormatName,
  WORKS_FORMATS,
  type WorksFormat,
} from '../../../../src/output/works/works-formats.ts';

const WORK: RawWork = {
  id: 'https://openalex.org/W2741809807',
  doi: 'https://doi.org/10.7717/PeerJ.4375',
  title: 'The state of open access',
  type: 'article',
  publication_year: 2018,
  publication_date: '2018-02-13',
  authorships: [
    { author: { display_name: 'Heather Piwowar' } },
    { author: { display_name: 'Jason Priem' } },
  ],
  primary_location: { source: { display_name: 'PeerJ' } },
  open_access: { oa_url: 'https://peerj.example/4375.pdf' },
  cited_by_count: 1023,
  is_retracted: false,
  abstract: 'Despite "growing" interest,\nlittle is known.',
};
const numbered = (...numbers: readonly number[]): RawWork[] =>
  numbers.map((number) => ({ ...WORK, id: `https://openalex.org/W${number}` }));
/** Nothing that a reference can be made of. */
const NONE: RawWork = { id: 'https://openalex.org/A5', title: 'No work' };

/** As it is written: chunk by chunk, `isFirst` until something was. */
async function write(form: WorksFormat, chunks: readonly (readonly RawWork[])[]): Promise<string> {
  let text = form.head;
  let isFirst = true;
  for (const chunk of chunks) {
    const part = await form.works(chunk, isFirst);
    if (part !== '') isFirst = false;
    text += part;
  }
  return text + form.tail;
}

const format = (name: FileFormatName, chunks: readonly (readonly RawWork[])[], fields?: string[]) =>
  write(WORKS_FORMATS[name](fields), chunks);

/** Ways of parting the same four works, with chunks that give nothing. */
const PARTED: readonly (readonly RawWork[])[][] = [
  [numbered(1, 2, 3, 4)],
  [numbered(1), numbered(2, 3), numbered(4)],
  [[], numbered(1, 2), [], [], numbered(3, 4), []],
];

describe('works as JSON', () => {
  it('are one array of all that was fetched, as it came', async () => {
    for (const chunks of PARTED) {
      const text = await format('json', chunks);
      expect(JSON.parse(text)).toEqual(numbered(1, 2, 3, 4));
      // A work a line.
      expect(text.split('\n')).toHaveLength(4 + 3);
      expect(text.endsWith('\n]\n')).toBe(true);
    }
    expect(JSON.parse(await format('json', [[NONE, {}]]))).toEqual([NONE, {}]);
  });

  it.each([[[]], [[[]]], [[[], []]]])(
    'are an empty array where there is none (%#)',
    async (chunks) => {
      expect(JSON.parse(await format('json', chunks))).toEqual([]);
      expect(JSON.parse(await format('csl', chunks))).toEqual([]);
    },
  );
});

describe('works as JSON lines', () => {
  it('are an object a line, in whatever parts', async () => {
    for (const chunks of PARTED) {
      const lines = (await format('jsonl', chunks)).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(numbered(1, 2, 3, 4));
    }
    expect(await format('jsonl', [])).toBe('');
  });

  it('break no line, whatever the texts hold', async () => {
    const work = { ...WORK, title: 'one\r\ntwo\u0085\u001B[31m' };
    const text = await format('jsonl', [[work]]);
    expect(text.match(/[\r\n]/g)).toEqual(['\n']);
    expect(text).not.toContain('\u001B');
    expect(JSON.parse(text)).toEqual(work);
  });
});

describe('works as CSV', () => {
  const rows = async (chunks: readonly (readonly RawWork[])[], fields?: string[]) =>
    parse<Record<string, string>>(await format('csv', chunks, fields), { columns: true });

  it('have the usual columns', async () => {
    expect(await rows([[WORK]])).toEqual([
      {
        id: 'W2741809807',
        doi: '10.7717/peerj.4375',
        title: 'The state of open access',
        publication_year: '2018',
        publication_date: '2018-02-13',
        type: 'article',
        authors: 'Heather Piwowar; Jason Priem',
        venue: 'PeerJ',
        cited_by_count: '1023',
        open_access_url: 'https://peerj.example/4375.pdf',
        is_retracted: 'false',
        abstract: 'Despite "growing" interest, little is known.',
      },
    ]);
  });

  it('have their heads once, however many parts there are', async () => {
    for (const chunks of PARTED) {
      expect((await rows(chunks)).map(({ id }) => id)).toEqual(['W1', 'W2', 'W3', 'W4']);
      expect(await format('csv', chunks)).toBe(await format('csv', PARTED[0] ?? []));
    }
    expect(await format('csv', [])).toMatch(/^id,doi,title,.*,abstract\r\n$/);
    expect(await rows([[NONE, { id: 'W7' }]])).toMatchObject([{ id: 'W7', doi: '', title: '' }]);
  });

  it('have the chosen columns, as the fields came', async () => {
    const fields = ['id', 'title', 'cited_by_count', 'ids', 'authorships', 'abstract', 'missing'];
    const work = { ...WORK, ids: { doi: 'x' } };
    expect(await rows([[work]], fields)).toEqual([
      {
        id: 'https://openalex.org/W2741809807',
        title: 'The state of open access',
        cited_by_count: '1023',
        ids: '{"doi":"x"}',
        authorships:
          '{"author":{"display_name":"Heather Piwowar"}}; {"author":{"display_name":"Jason Priem"}}',
        abstract: 'Despite "growing" interest,\nlittle is known.',
        missing: '',
      },
    ]);
    expect(await format('csv', [], ['id', 'title'])).toBe('id,title\r\n');
  });

  it.each(['=cmd|x!A1', '+1+1', '-2+3', '@SUM(A1)', '\t=1', 'a;=1+1'])(
    'start no formula: %j',
    async (text) => {
      const hostile: RawWork = {
        ...WORK,
        title: text,
        abstract: text,
        type: text,
        authorships: [{ author: { display_name: 'Ana' } }, { author: { display_name: text } }],
        primary_location: { source: { display_name: text } },
      };
      const usual = await rows([[hostile]]);
      const chosen = await rows([[hostile]], ['title', 'abstract', 'type']);
      for (const cell of [...usual, ...chosen].flatMap((row) => Object.values(row)))
        expect(cell).not.toMatch(/(?:^|;\s*)[=+@\t-]/u);
    },
  );

  it('leave numbers to reckon with', async () => {
    const [row] = await rows([[{ ...WORK, delta: -5, name: '-5' }]], ['delta', 'name']);
    expect(row).toEqual({ delta: '-5', name: '-5' });
  });
});

describe('works as CSL-JSON', () => {
  it('are items that reference managers read', async () => {
    expect(JSON.parse(await format('csl', [[WORK]]))).toEqual([
      {
        id: 'W2741809807',
        type: 'article-journal',
        title: 'The state of open access',
        author: [
          { family: 'Piwowar', given: 'Heather' },
          { family: 'Priem', given: 'Jason' },
        ],
        issued: { 'date-parts': [[2018]] },
        'container-title': 'PeerJ',
        DOI: '10.7717/peerj.4375',
        URL: 'https://doi.org/10.7717/peerj.4375',
      },
    ]);
  });

  it('leave out what is no work, also where a part holds nothing else', async () => {
    const chunks = [[NONE], numbered(1), [NONE, NONE], numbered(2), [NONE]];
    const items = JSON.parse(await format('csl', chunks)) as { id: string }[];
    expect(items.map(({ id }) => id)).toEqual(['W1', 'W2']);
  });
});

describe('works as BibTeX', () => {
  it('are the same in whatever parts, each with a key of its own', async () => {
    const [whole = '', ...others] = await Promise.all(
      PARTED.map((chunks) => format('bibtex', chunks)),
    );
    expect(whole.match(/^@article\{.*,$/gm)).toEqual([
      '@article{piwowar2018state,',
      '@article{piwowar2018statea,',
      '@article{piwowar2018stateb,',
      '@article{piwowar2018statec,',
    ]);
    for (const text of others) expect(text).toBe(whole);
  });

  it('leave out what is no work, and are nothing for nothing', async () => {
    const chunks = [[NONE], numbered(1), [NONE], numbered(2)];
    expect(await format('bibtex', chunks)).toBe(await format('bibtex', [numbered(1, 2)]));
    expect(await format('bibtex', [[], [NONE]])).toBe('');
  });

  it('begin with fresh keys for every file', async () => {
    const once = await format('bibtex', [[WORK]]);
    expect(await format('bibtex', [[WORK]])).toBe(once);
  });
});
