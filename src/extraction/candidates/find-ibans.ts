import type { Candidate } from './candidate.ts';

/** Length of an IBAN by country. Source: the SWIFT IBAN registry. */
const LENGTHS = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
  FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
  LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24
  RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/u)
    .map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /(?<![\p{L}\p{N}])([A-Z]{2}) ?(\d{2})(?=[ \u00a0-]?[A-Z0-9])/gu;
/** A space or dash may stand between any two characters of the longest. */
const REACH = 70;

/** All IBANs of a text in order, without their spaces. One with wrong check digits says so. */
export function findIbans(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(START)) {
    const country = match[1] ?? '';
    const length = LENGTHS.get(country);
    if (length === undefined) continue;
    const taken = take(text.slice(match.index, match.index + REACH), length);
    if (taken === undefined) continue;
    const { value, end } = taken;
    const start = match.index;
    const problem = hasCheckDigits(value)
      ? {}
      : {
          problem: `“${text.slice(start, start + end)}” is no valid IBAN: its check digits are wrong`,
        };
    // Anything may look like the beginning of one; a wrong one has at least the digits of its country.
    if (problem.problem !== undefined && !/^[A-Z]{2}\d{2}[A-Z]{0,4}\d{8}/u.test(value)) continue;
    found.push({ value, start, end: start + end, ...problem });
  }
  return found;
}

function take(text: string, length: number): { value: string; end: number } | undefined {
  let value = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (/[A-Z0-9]/u.test(character)) value += character;
    else if (!/[ \u00a0-]/u.test(character) || !/[A-Z0-9]/u.test(text[at + 1] ?? ''))
      return undefined;
    if (value.length === length) {
      return /[\p{L}\p{N}]/u.test(text[at + 1] ?? '') ? undefined : { value, end: at + 1 };
    }
  }
  return undefined;
}

/** ISO 7064, mod 97-10: the first four characters go to the end, letters count from 10. */
function hasCheckDigits(iban: string): boolean {
  let rest = 0;
  for (const character of `${iban.slice(4)}${iban.slice(0, 4)}`) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
