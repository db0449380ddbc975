/** Terminal escape sequences: control sequences, operating-system commands (links, titles), and two-byte escapes. */
const ANSI_SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[PX\]^_][^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/gu;

/** Control characters but tab and line feed, bidirectional overrides and isolates, soft hyphens, byte order marks. */
const INVISIBLE_CHARACTERS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f/gu;

/** Joiners shape Arabic, Indic scripts and emoji; between Latin letters they only break words apart for machines. */
const JOINERS_IN_LATIN = /(?<=[\p{Script=Latin}\p{N}])[\u200c\u200d]+(?=[\p{Script=Latin}\p{N}])/gu;

/** Tag characters spell hidden text; only behind a black flag, and few, are they part of an emoji (the flag of Wales). */
const TAGS = /\u{1F3F4}?[\u{E0000}-\u{E007F}]+/gu;
const FLAG = /^\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/u;

/** One variation selector picks the form of a character; a row of them spells hidden bytes. */
const SELECTORS = /[\ufe00-\ufe0f\u{E0100}-\u{E01EF}]{2,}/gu;

const PLAIN = /^[\t\n\x20-\x7e]*$/;

/**
 * Text that is safe to show, quote and store: no escape sequences, control characters or characters that hide or
 * reorder text. Line ends become `\n`, Unicode becomes well-formed and NFC; tabs, emoji and every script stay.
 */
export function cleanText(text: string): string {
  // Most lines are plain ASCII, and nothing of this concerns them.
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\f|\v/gu, '\n')
    .replace(ANSI_SEQUENCES, '')
    .replace(INVISIBLE_CHARACTERS, '')
    .replace(JOINERS_IN_LATIN, '')
    .replace(TAGS, (run) => FLAG.exec(run)?.[0] ?? (run.startsWith('\u{1F3F4}') ? '\u{1F3F4}' : ''))
    .replace(SELECTORS, '')
    .normalize('NFC');
}
