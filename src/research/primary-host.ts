import { registrableHost } from './registrable-host.ts';

/** Offices that count and publish what others quote. */
const STATISTICS =
  /(?:^|\.)(?:census|bls|bea|eia)\.gov$|(?:^|\.)(?:ons\.gov\.uk|destatis\.de|insee\.fr|istat\.it|ine\.es|ine\.pt|cbs\.nl|statbel\.fgov\.be|stat\.gov\.pl|czso\.cz|ksh\.hu|ssb\.no|scb\.se|stat\.fi|dst\.dk|bfs\.admin\.ch|statistik\.at|abs\.gov\.au|ibge\.gov\.br|inegi\.org\.mx|unstats\.un\.org|data\.worldbank\.org|data\.oecd\.org|fred\.stlouisfed\.org)$|^(?:stats?|statistics|statistik|census|statcan|150\.statcan)\..*\b(?:gov|govt|gc|go|gob|gouv)\b/u;

const STANDARDS = new Set(
  `iso.org iec.ch ietf.org rfc-editor.org w3.org nist.gov ieee.org din.de cencenelec.eu cen.eu etsi.org itu.int astm.org
  ansi.org bsigroup.com`.split(/\s+/u),
);

const LAWS =
  /(?:^|\.)(?:legislation\.gov\.uk|legislation\.gov\.au|legislation\.govt\.nz|eur-lex\.europa\.eu|gesetze-im-internet\.de|bgbl\.de|ris\.bka\.gv\.at|fedlex\.admin\.ch|legifrance\.gouv\.fr|boe\.es|normattiva\.it|wetten\.overheid\.nl|isap\.sejm\.gov\.pl|laws-lois\.justice\.gc\.ca|ecfr\.gov|federalregister\.gov|govinfo\.gov|congress\.gov|planalto\.gov\.br)$/u;

/** Hosts on which everything is a publication of research. */
const ARCHIVES = new Set(
  'doi.org arxiv.org pubmed.gov europepmc.org plos.org biorxiv.org medrxiv.org ssrn.com zenodo.org'.split(
    ' ',
  ),
);
/** An identifier of a publication in an address: `/10.1038/s41586-020-2649-2`. */
const DOI = /\/10\.\d{4,9}\/\S/u;
const ARTICLE =
  /(?:^|\.)(?:(?:pmc|pubmed)\.ncbi\.nlm\.nih\.gov\/|nature\.com\/articles\/|sciencedirect\.com\/science\/article\/|jstor\.org\/stable\/|mdpi\.com\/\d{4}-|bmj\.com\/content\/|jamanetwork\.com\/journals\/|ieeexplore\.ieee\.org\/document\/)/u;

/**
 * What makes a page the place where its figures or rules are published, by its address: as an end of the sentence `a
 * primary source: …`. Undefined for all others.
 */
export function primaryHost(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null) return undefined;
  const host = parsed.hostname.replace(/^www\d*\./u, '');
  const owner = registrableHost(url) ?? '';
  if (LAWS.test(host)) return 'the text of a law';
  const isStatistics = host === 'ec.europa.eu' && parsed.pathname.startsWith('/eurostat');
  if (isStatistics || STATISTICS.test(host)) return 'official statistics';
  if (ARCHIVES.has(owner) || DOI.test(parsed.pathname) || ARTICLE.test(host + parsed.pathname))
    return 'a publication of research';
  return STANDARDS.has(owner) ? 'a standard' : undefined;
}
