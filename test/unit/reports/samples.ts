import { join } from 'node:path';
import { packageRoot } from '../../../src/config/package-root.ts';
import type { ItemOutcome } from '../../../src/core/summary.ts';
import { NO_USAGE } from '../../../src/core/usage.ts';
import type { ReportContext } from '../../../src/reports/report-context.ts';
import { NOTHING_FOUND, outcome, SOME_USAGE } from '../../support/run-events.ts';

/** Texts that take effect where they are not escaped. */
const HOSTILE = [
  '=1+1',
  '+49 30',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r\n=1+1',
  ' =1+1',
  '\u200b=1+1',
  '\uff1d1+1',
  'a;=HYPERLINK("http://e.com")',
  'a; @SUM(A1)',
  'a,"b"\r\nc',
  '<script>alert(1)</script>',
  ']]><x a="1">&amp;&#0;',
  `' onload="x"`,
  '\u0000\u0008\ud800\uffff\ufffe',
  '\u001b[31mred\u001b]0;title\u0007',
  'a\u202Egnp.exe',
  '| [a](http://b) `c` **d** {{ 1 }} {% x %}',
  'ヒートポンプ 費用 🔥',
  'مضخة حرارية',
];

/** An item of each fate, in no order of fates. */
export function sampleItems(): ItemOutcome[] {
  return [
    outcome({ index: 0, keyword: 'late', slug: 'late', status: 'not-started', milliseconds: 0 }),
    outcome({
      index: 1,
      title: 'Heat pumps, explained',
      words: 1240,
      support: {
        score: 58 / 60,
        sentences: 60,
        supported: 58,
        partly: 1,
        unsupported: 1,
        contradicted: 0,
        removed: 1,
      },
      seo: [
        { rule: 'title-length', severity: 'warning', message: 'too long', remedy: 'shorten it' },
      ],
      linksTo: ['home-composting'],
      notes: ['Thin research: 2 independent sources.', 'Competes with "heat pumps".'],
      files: ['content/heat-pump.md', 'content/research/heat-pump.json'],
      usage: SOME_USAGE,
      saved: { ...NO_USAGE, calls: 2, credits: 3, costUsd: 0.1 + 0.2 },
      milliseconds: 61_234.5,
    }),
    outcome({ index: 2, keyword: 'x', slug: 'x', status: 'failed', error: NOTHING_FOUND }),
    outcome({ index: 3, keyword: 'cut', slug: 'cut', status: 'cancelled', milliseconds: 5 }),
  ];
}

/** An item for each hostile text, which stands wherever a text from outside may. */
export function hostileItems(): ItemOutcome[] {
  return HOSTILE.map((text, index) =>
    outcome({
      index,
      keyword: text,
      title: text,
      files: [`content/${text}.md`],
      status: index % 2 === 0 ? 'failed' : 'succeeded',
      error: { code: 'NO_SOURCES', message: text, suggestions: [text] },
    }),
  );
}

export function sampleContext(change: Partial<ReportContext> = {}): ReportContext {
  return {
    headline: '1 of 4 articles written in 1m 02s, 1 failed',
    facts: ['3 calls', 'Look in ./content'],
    pagesDirectory: join(packageRoot(), 'templates', 'pages'),
    ...change,
  };
}
