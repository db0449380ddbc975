import { splitSentences } from '../core/text/split-sentences.ts';
import type { PageSentence } from './page.ts';

/** A line of text while it is read: white space folded, with the places of marks and of the file's lines. */
export class InlineText {
  #text = '';
  readonly #marks: { at: number; label: string }[] = [];
  readonly #lines: { at: number; line: number | undefined }[] = [];

  /** Adds text that stands on a line of the file. */
  add(text: string, line?: number): void {
    const folded = text.replace(/\s+/gu, ' ');
    const isApart = this.#text === '' || this.#text.endsWith(' ');
    if (line !== this.#lines.at(-1)?.line) this.#lines.push({ at: this.#text.length, line });
    this.#text += isApart && folded.startsWith(' ') ? folded.slice(1) : folded;
  }

  /** Adds a citation behind what was read so far. */
  mark(label: string): void {
    this.#marks.push({ at: this.#text.trimEnd().length, label });
  }

  get text(): string {
    return this.#text.trimEnd();
  }

  /** The text added since `start`, a length of `rawLength`. */
  since(start: number): string {
    return this.#text.slice(start).trim();
  }

  get rawLength(): number {
    return this.#text.length;
  }

  get line(): number | undefined {
    return this.#lines[0]?.line;
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
