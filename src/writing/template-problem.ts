/** A fault of a template file, in words that follow its field: `must be lower-case words joined by hyphens`. */
export interface TemplateProblem {
  /** Line of the file, counted from 1; undefined for what is missing. */
  line?: number | undefined;
  /** Path of the field, such as `words.minimum`; undefined for what concerns the whole file. */
  field?: string | undefined;
  message: string;
}

/** A problem as one phrase: `line 2, name: must be …`. */
export function describeTemplateProblem({ line, field, message }: TemplateProblem): string {
  const place = [line === undefined ? '' : `line ${line}`, field ?? ''].filter(
    (part) => part !== '',
  );
  return place.length === 0 ? message : `${place.join(', ')}: ${message}`;
}
