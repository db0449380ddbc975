import { checkPage } from '../../../src/checking/check-page.ts';
import { readHtmlPage } from '../../../src/checking/read-html-page.ts';
import { readMarkdownPage } from '../../../src/checking/read-markdown-page.ts';
import type { CheckContext, RuleId } from '../../../src/checking/rule.ts';
import type { SeoFinding } from '../../../src/core/summary.ts';

export const TITLE = 'Heat Pump Noise: How Loud Is Too Loud?';
export const DESCRIPTION =
  'How loud a heat pump is, what the law allows at night, and five ways to make it quieter.';

const SENTENCE = 'The fan turns slowly and the house stays warm. ';

/** Markdown that no rule of errors or warnings finds fault with, unless `fields` or `body` bring one in. */
export function markdown(body: string, fields: Record<string, string | undefined> = {}): string {
  const all = {
    title: TITLE,
    description: DESCRIPTION,
    slug: 'heat-pump-noise',
    language: 'en',
    ...fields,
  };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** A body with a main heading, and the text given below it. */
export function body(text = ''): string {
  return `# ${TITLE}\n\n${SENTENCE}\n\n${text}`;
}

/** A whole HTML page around some parts. */
export function html(parts: { head?: string; body?: string; lang?: string } = {}): string {
  const { head = '', body: content = '', lang = 'en' } = parts;
  return `<!DOCTYPE html>
<html lang="${lang}"><head>
<title>${TITLE}</title>
<meta name="description" content="${DESCRIPTION}">
${head}
</head><body><main><h1>${TITLE}</h1>
<p>${SENTENCE}</p>
${content}
</main></body></html>`;
}

/** The findings of one rule. */
export function findingsIn(
  source: string,
  rule: RuleId,
  context: CheckContext = {},
): readonly SeoFinding[] {
  return checkPage(readMarkdownPage(source), context).filter((finding) => finding.rule === rule);
}

export async function findingsInHtml(
  source: string,
  rule: RuleId,
  context: CheckContext = {},
): Promise<readonly SeoFinding[]> {
  const page = await readHtmlPage(source);
  return checkPage(page, context).filter((finding) => finding.rule === rule);
}
