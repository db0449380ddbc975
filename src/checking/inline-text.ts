import { splitSentences } from '../core/text/split-sentences.ts';
import type { PageSentence } from './page.ts';

/** More characters than any honest paragraph has; what is beyond is left out. */
const MAX_CHARACTERS = 50_000;

/** A line of text while it is read: white space folded, with the places of marks and of the file's lines. */
export class InlineText {
  readonly #parts: string[] = [];
  readonly #marks: { at: number; label: string }[] = [];
  readonly #lines: { at: number; line: number | undefined }[] = [];
  #length = 0;
  /** Without a space at the end. */
  #trimmedLength = 0;
  #joined: string | undefined;

  /** Adds text that stands on a line of the file. */
  add(text: string, line?: number): void {
    if (line !== this.#lines.at(-1)?.line) this.#lines.push({ at: this.#length, line });
    const room = MAX_CHARACTERS - this.#length;
    if (room <= 0 || text === '') return;
    const kept = text.length > room ? text.slice(0, room).toWellFormed() : text;
    const folded = kept.replace(/\s+/gu, ' ');
    // Looked up in numbers and not in the text, which grows by many small parts.
    const isApart = this.#length === 0 || this.#length > this.#trimmedLength;
    const part = isApart && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (part === '') return;
    this.#parts.push(part);
    this.#length += part.length;
    if (part !== ' ') this.#trimmedLength = this.#length - (part.endsWith(' ') ? 1 : 0);
    this.#joined = undefined;
  }

  /** Adds a citation behind what was read so far. */
  mark(label: string): void {
    this.#marks.push({ at: this.#trimmedLength, label });
  }

  get text(): string {
    this.#joined ??= this.#parts.join('').trimEnd();
    return this.#joined;
  }

  get line(): number | undefined {
    return this.#lines[0]?.line;
  }

  /** A place in the text, for `since`. */
  get place(): number {
    return this.#parts.length;
  }

  /** The text that was added behind a place. */
  since(place: number): string {
    return this.#parts.slice(place).join('').trim();
  }

  /** The sentences, each with the marks behind it and the line it begins on. */
  sentences(language: string): PageSentence[] {
    const sentences = splitSentences(this.text, language);
    let mark = 0;
    let place = 0;
    return sentences.map(({ text, start, end }, index) => {
      const limit = index === sentences.length - 1 ? Number.POSITIVE_INFINITY : end;
      const first = mark;
      while ((this.#marks[mark]?.at ?? Number.NaN) <= limit) mark += 1;
      while ((this.#lines[place + 1]?.at ?? Number.NaN) <= start) place += 1;
      const line = this.#lines[place]?.line;
      const marks = this.#marks.slice(first, mark).map(({ label }) => label);
      return { text, marks, ...(line !== undefined && { line }) };
    });
  }
}
