/** Where a value comes from. */
export interface Origin {
  kind: 'flag' | 'environment' | '.env' | 'file' | 'run' | 'default';
  /** `--parallel`, `OPENAI_MODEL`, `seo-content.config.ts`, `run 20261122-…`; for a default the reason, where it has one. */
  name: string;
}

/** An origin in words, as tables and messages show it. */
export function describeOrigin(origin: Origin): string {
  if (origin.kind === 'environment' || origin.kind === '.env')
    return `${origin.name} (${origin.kind})`;
  if (origin.kind !== 'default') return origin.name;
  return origin.name === '' ? 'default' : `default, ${origin.name}`;
}
