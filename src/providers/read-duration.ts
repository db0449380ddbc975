const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Reads a duration in milliseconds as rate-limit headers write it: `20ms`, `1s`, `6m0s`, `1m30.5s`, or seconds as a bare
 * number. Undefined for anything else.
 */
export function readDuration(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > 40) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) return Number(trimmed) * 1000;
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(trimmed)) return undefined;
  const parts = trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g);
  return parts.reduce(
    (sum, [, value, unit]) => sum + Number(value) * (UNIT_MS[unit ?? ''] ?? 0),
    0,
  );
}
