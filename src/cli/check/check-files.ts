import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { checkPage, findingOf, sortFindings } from '../../checking/check-page.ts';
import type { Page } from '../../checking/page.ts';
import { readPage } from '../../checking/read-page.ts';
import { RULES } from '../../checking/rules.ts';
import { duplicateTitle, titleKey } from '../../checking/rules/title-rules.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { SeoFinding } from '../../core/summary.ts';
import { readDocumentBytes } from '../../documents/read-document-bytes.ts';
import { checkEvidence, type EvidenceOptions } from './check-evidence.ts';
import { createCheckReport, type CheckedFile, type CheckReport } from './check-report.ts';
import { EVIDENCE_RULES } from './evidence-rules.ts';
import { findDossier } from './find-dossier.ts';
import { unreadable } from './list-pages.ts';

export interface CheckOptions extends EvidenceOptions {
  /** Takes the place of the keyword that a page or its dossier names. */
  keyword?: string | undefined;
  /** Warnings fail too. */
  strict?: boolean;
}

const MAX_BYTES = 5 * 1024 * 1024;

/** A file without its findings on what other files say. */
interface Draft extends CheckedFile {
  place: Page['title'];
}

/**
 * Checks files one after the other, and then against each other. Pages are let go as soon as they are checked, so that
 * memory does not grow with their number.
 * @throws AppError `DOCUMENT_UNREADABLE` naming all files that could not be read.
 */
export async function checkFiles(
  paths: readonly string[],
  options: CheckOptions,
): Promise<CheckReport> {
  const drafts: Draft[] = [];
  const failures: string[] = [];
  for (const path of paths) {
    try {
      drafts.push(await checkFile(path, options));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(reason.replace(/\.$/u, ''));
    }
  }
  if (failures.length > 0) throw unreadable(failures);
  return createCheckReport(withTitles(drafts), options.strict ?? false);
}

async function checkFile(path: string, options: CheckOptions): Promise<Draft> {
  const page = await readPage(await readDocumentBytes(path, { maxBytes: MAX_BYTES }), path);
  const { dossier, findings: dossierFindings } = await dossierOf(path, page, options);
  const keyword = options.keyword ?? page.keyword ?? dossier?.keyword;
  const findings = checkPage(page, {
    ...slugOf(path),
    ...(keyword !== undefined && { keyword }),
    fileExists: (target) => isPage(join(dirname(path), target)),
  });
  const checked = dossier === undefined ? undefined : checkEvidence(page, dossier, options);
  const { title } = page;
  return {
    path,
    format: page.format,
    ...(title !== undefined && { title: title.text }),
    ...(keyword !== undefined && { keyword }),
    words: page.words,
    ...(checked !== undefined && { evidence: checked.evidence }),
    findings: [...findings, ...dossierFindings, ...(checked?.findings ?? [])],
    place: page.format === 'text' ? undefined : title,
  };
}

async function dossierOf(
  path: string,
  page: Page,
  { minSupport = 0 }: CheckOptions,
): Promise<{ dossier?: Dossier; findings: SeoFinding[] }> {
  let reason = 'there is no dossier in research/ beside it';
  try {
    const dossier = await findDossier(path, page.slug);
    if (dossier !== undefined) return { dossier, findings: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reason = 'its dossier cannot be read';
    const findings = [findingOf(EVIDENCE_RULES['dossier-unreadable'], { message })];
    if (minSupport === 0) return { findings };
  }
  if (minSupport === 0) return { findings: [] };
  const message = `The support of the page cannot be measured: ${reason}.`;
  const remedy =
    'Check the page without --min-support, or write its dossier with: seo-content research KEYWORD';
  return { findings: [findingOf(EVIDENCE_RULES['support-low'], { message, remedy })] };
}

/** Where the page names no slug, its file does, but for those that stand for their folder. */
function slugOf(path: string): { slug?: string } {
  const name = basename(path, extname(path));
  return /^(?:index|_index|readme)$/iu.test(name) ? {} : { slug: name };
}

/** Addresses on a site often leave the ending out. */
function isPage(path: string): boolean {
  return [path, `${path}.md`, `${path}.html`, join(path, 'index.md')].some((name) =>
    existsSync(name),
  );
}

/** Adds what can only be told once all are read. One article in two formats is one page. */
function withTitles(drafts: readonly Draft[]): CheckedFile[] {
  const names = new Map<string, Set<string>>();
  for (const { place, path } of drafts) {
    if (place === undefined) continue;
    const key = titleKey(place.text);
    names.set(key, (names.get(key) ?? new Set()).add(nameOf(path)));
  }
  const titles = new Map([...names].map(([key, set]) => [key, [...set]]));
  return drafts.map(({ place, findings, ...file }) => {
    const found = duplicateTitle(place, { titles, name: nameOf(file.path) });
    const shared = found.map((finding) => findingOf(RULES['title-duplicate'], finding));
    return { ...file, findings: sortFindings([...findings, ...shared]) };
  });
}

function nameOf(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}
