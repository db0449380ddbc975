import type { ReportFormat } from './format-of-path.ts';
import type { RenderReport } from './report-context.ts';

type Factory = () => Promise<RenderReport>;

/** Loads what writes each format; a command loads those that it needs. */
export const reportFormats = {
  csv: async () => (await import('./csv.ts')).csvReport,
  json: async () => (await import('./json.ts')).jsonReport,
  jsonl: async () => (await import('./jsonl.ts')).jsonLinesReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  md: async () => (await import('./markdown.ts')).markdownReport,
  html: async () => (await import('./html.ts')).htmlReport,
} satisfies Record<ReportFormat, Factory>;
