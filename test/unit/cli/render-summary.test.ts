import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderSummary } from '../../../src/cli/render-summary.ts';
import type { RunSummary } from '../../../src/core/summary.ts';
import { NO_USAGE } from '../../../src/core/usage.ts';
import { NOTHING_FOUND, outcome, summaryOf } from '../../support/run-events.ts';

const plain = { color: false };

test('names what was written and where, what failed and why, what was not done, and the figures', () => {
  const summary = summaryOf(
    [
      outcome({ keyword: 'heat pump', files: ['content/heat-pump.md'], words: 1240 }),
      outcome({ keyword: 'e-bike', status: 'failed', error: NOTHING_FOUND }),
      outcome({ keyword: 'compost', status: 'cancelled' }),
      outcome({ keyword: 'onboarding', status: 'not-started' }),
    ],
    { stoppedBy: 'failure' },
  );
  expect(renderSummary(summary, plain)).toBe(`
✖ Stopped at the first failure: 1 of 4 articles written in 1m 02s, 1 failed, 1 cancelled, 1 not started

  ✔ heat pump → content/heat-pump.md (1,240 words)

  ✖ e-bike: Research found nothing. (NO_SOURCES)
    → Add documents with --library

  ■ Cancelled (1): compost

  ■ Not started (1): onboarding

3 calls · 12,000 tokens in, 3,000 out · 4 search credits · cost $0.25
→ Look in ./content
→ Go on in spite of failures: seo-content batch --resume r1 --continue-on-error
`);
});

test('a run of hundreds is capped, and failures with one reason are one', () => {
  const items = Array.from({ length: 600 }, (_, index) => {
    const keyword = `keyword ${index}`;
    const error = { ...NOTHING_FOUND, message: `Research found nothing for "${keyword}".` };
    if (index % 6 === 0) return outcome({ index, keyword, status: 'failed', error });
    return outcome({ index, keyword, files: [`content/${index}.md`] });
  });
  const text = renderSummary(summaryOf(items), plain);
  expect(text).toContain('    and 480 more in ./content\n');
  expect(text).toContain('  ✖ 100 keywords: Research found nothing for "…". (NO_SOURCES)\n');
  expect(text).toContain('    and 50 more failed; --json lists them all\n');
  expect(text.match(/Add documents/g)).toHaveLength(1);
  expect(text.match(/✔/g)).toHaveLength(20);
  expect(text).toContain('keyword 294');
  expect(text).not.toContain('keyword 300');
});

test('different reasons stay apart, the most frequent first', () => {
  const other = { code: 'TIMEOUT', message: 'No answer in 60 s.', suggestions: [] } as const;
  const items = [
    outcome({ keyword: 'a', status: 'failed', error: other }),
    outcome({ keyword: 'b', status: 'failed', error: NOTHING_FOUND }),
    outcome({ keyword: 'c', status: 'failed', error: NOTHING_FOUND }),
  ];
  const text = renderSummary(summaryOf(items), plain);
  expect(text.indexOf('2 keywords: Research')).toBeLessThan(
    text.indexOf('a: No answer in 60 s. (TIMEOUT)'),
  );
  expect(text).toContain('\n    b · c\n');
});

test('a dry run counts dossiers and tells what the articles would cost', () => {
  const estimate = { calls: 3, inputTokens: 30_000, outputTokens: 9000, model: 'gpt-x' };
  const items = [outcome({})];
  const priced = renderSummary(
    summaryOf(items, { dryRun: true, estimate: { ...estimate, costUsd: 0.5 } }),
    plain,
  );
  expect(priced).toContain('✔ 1 dossier written in');
  expect(priced).toContain(
    'The articles would take 3 writer calls, about 30,000 tokens in and 9,000 out; about $0.50 with gpt-x.',
  );
  expect(priced).toContain('→ Run again without --dry-run to write the articles\n');
  expect(renderSummary(summaryOf(items, { dryRun: true, estimate }), plain)).toContain(
    'the price of gpt-x is not known (unpriced)',
  );
  const free = { calls: 0, inputTokens: 0, outputTokens: 0 };
  expect(renderSummary(summaryOf(items, { dryRun: true, estimate: free }), plain)).toContain(
    'cost nothing',
  );
});

test('calls without a known price are said', () => {
  const summary = summaryOf([outcome({})]);
  const usage = { ...NO_USAGE, calls: 2, inputTokens: 10, unpricedCalls: 2 };
  const text = renderSummary({ ...summary, totals: { ...summary.totals, usage } }, plain);
  expect(text).toContain('cost unknown for 2 unpriced calls');
});

test('answers that were kept from earlier and the limit on the cost are said', () => {
  const summary = summaryOf([outcome({})], { maxCostUsd: 1 });
  const saved = { ...NO_USAGE, calls: 12, credits: 6, costUsd: 0.05 };
  const text = renderSummary({ ...summary, totals: { ...summary.totals, saved } }, plain);
  expect(text).toContain(
    'cost $0.25 of at most $1.00 · saved 12 calls, 6 search credits, $0.05 by answers kept from earlier\n',
  );
  expect(renderSummary(summary, plain)).not.toContain('saved');
});

test('every run that can go on says how', () => {
  const steps = (change: Partial<RunSummary>, items = [outcome({ status: 'cancelled' })]) =>
    renderSummary(summaryOf(items, change), plain).match(/^→ .*$/gm);
  const resume = 'seo-content batch --resume r1';
  expect(steps({ stoppedBy: 'interrupt' })).toEqual([`→ Go on where it stopped: ${resume}`]);
  expect(steps({ stoppedBy: 'credentials-or-quota' })).toEqual([
    '→ Check the keys and endpoints with seo-content doctor --online',
    `→ Go on where it stopped: ${resume}`,
  ]);
  expect(steps({ stoppedBy: 'budget' })).toEqual([
    `→ Go on where it stopped: ${resume} --max-cost USD`,
  ]);
  const failed = [outcome({ status: 'failed', error: NOTHING_FOUND })];
  expect(steps({}, failed)).toEqual(['→ Try again what failed: seo-content runs retry r1']);
  expect(steps({ stoppedBy: 'failure' }, failed)).toEqual([
    '→ Try again what failed: seo-content runs retry r1',
  ]);
  expect(steps({ dryRun: true }, [outcome({})])).toEqual([
    '→ Look in ./content',
    '→ Run again without --dry-run to write the articles',
  ]);
});

test('an interrupted run has nothing to look at when nothing was written', () => {
  const items = [outcome({ status: 'cancelled' })];
  const text = renderSummary(summaryOf(items, { stoppedBy: 'interrupt', exitCode: 130 }), plain);
  expect(text).toContain('✖ Interrupted: 0 of 1 article written');
  expect(text).not.toContain('Look in');
});

test('what stopped the run is said once, its remedies with the name of the run', () => {
  const stopError = {
    code: 'BUDGET_EXHAUSTED',
    message: 'The budget of $1.00 leaves no room for the next call.',
    suggestions: ['With a higher limit: seo-content batch --resume --max-cost 2'],
  } as const;
  const stop = { stoppedBy: 'budget', stopError } as const;
  const text = renderSummary(summaryOf([outcome({ status: 'cancelled' })], stop), plain);
  expect(text).toContain(`written in 1m 02s, 1 cancelled
  The budget of $1.00 leaves no room for the next call. (BUDGET_EXHAUSTED)
`);
  expect(text.match(/^→ .*$/gm)).toEqual([
    '→ With a higher limit: seo-content batch --resume r1 --max-cost 2',
  ]);
  const failed = outcome({ status: 'failed', error: stopError });
  expect(renderSummary(summaryOf([failed], stop), plain).match(/no room/g)).toHaveLength(1);
});

test('colour changes nothing but colour', () => {
  const items = [outcome({}), outcome({ keyword: 'x', status: 'failed', error: NOTHING_FOUND })];
  const colored = renderSummary(summaryOf(items), { color: true, columns: 40 });
  expect(colored).toContain('\u001b[31m✖');
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(
    renderSummary(summaryOf(items), { color: false, columns: 40 }),
  );
});

test('property: safe for a terminal and as narrow as it is, whatever the texts', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 });
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.integer({ min: 30, max: 120 }),
      (keyword, message, path, columns) => {
        const error = { ...NOTHING_FOUND, message, suggestions: [path] };
        const items = [
          outcome({ keyword, files: [path] }),
          outcome({ keyword, status: 'failed', error }),
          outcome({ keyword, status: 'not-started' }),
        ];
        const rendered = renderSummary(summaryOf(items, { outputDirectory: path }), {
          color: false,
          columns,
        });
        expect(rendered.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\u2028\u202a-\u202e\u2066-\u2069]/u,
        );
        for (const line of rendered.split('\n'))
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      },
    ),
  );
});

test('tells where drafts are, what was left alone, and what stands of a keyword that failed', () => {
  const draft = { target: 'wordpress', url: 'https://site.example/wp-admin/?post=1', isNew: true };
  const ghost = { target: 'ghost', url: 'https://blog.example/ghost/#/1', isNew: false };
  const published = { ...draft, url: 'https://site.example/compost/', isNew: false };
  const summary = summaryOf([
    outcome({ keyword: 'heat pump', files: ['content/heat-pump.md'], published: [draft, ghost] }),
    outcome({
      keyword: 'compost',
      published: [{ ...published, note: 'It was\u001B[31m left alone.' }],
    }),
    outcome({
      keyword: 'e-bike',
      status: 'failed',
      error: NOTHING_FOUND,
      files: ['content/e-bike.md'],
      published: [draft],
    }),
  ]);
  const text = renderSummary(summary, plain);
  expect(text).toContain(`
  ✔ heat pump → content/heat-pump.md
    new draft at wordpress: https://site.example/wp-admin/?post=1
    draft brought up to date at ghost: https://blog.example/ghost/#/1
`);
  expect(text).toContain('    post at wordpress: https://site.example/compost/ (It was');
  expect(text).not.toContain('\u001B');
  expect(text).toContain(`
  ✖ e-bike: Research found nothing. (NO_SOURCES)
    written all the same: content/e-bike.md
    new draft at wordpress: https://site.example/wp-admin/?post=1
    → Add documents with --library
`);
});
