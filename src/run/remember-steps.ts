import { hash } from 'node:crypto';
import type { StepName } from '../core/events.ts';
import { NO_USAGE } from '../core/usage.ts';
import type { Ledger, ReuseScope } from '../ledger/ledger.ts';
import type { KeptOutput } from '../ledger/records.ts';
import type { RememberedOutput, StepInput, StepMemory } from '../pipeline/step-memory.ts';
import type { FindAlike } from '../research/keyword-similarity.ts';

export interface StepMemoryOptions {
  run: string;
  /** What research of other runs found before then is too old; ISO 8601. */
  researchNotBefore: string;
  /** Use nothing that other runs have paid for. */
  ownOnly: boolean;
  /** From which likeness on two keywords share their research; never without. `language` is that of most. */
  similar?: { threshold: number; findAlike: FindAlike; language: string } | undefined;
  /** Wall clock. */
  today: () => Date;
}

interface Hashes {
  input: string;
  family: string;
}

/** The steps in the ledger, as one run sees them: its own first, then those of an equal input, then a similar subject's. */
export function rememberSteps(ledger: Ledger, options: StepMemoryOptions): StepMemory {
  const { run, similar } = options;
  const scopeOf = (item: number, step: StepName, { isShared }: StepInput): ReuseScope => ({
    run,
    item,
    ownOnly: options.ownOnly || !isShared,
    notBefore: step === 'research' ? options.researchNotBefore : undefined,
  });
  const subjects = new Map<string, Map<string, string>>();

  async function findSimilar(
    { subject, language }: StepInput,
    { family, input }: Hashes,
    scope: ReuseScope & { step: StepName },
  ): Promise<KeptOutput | undefined> {
    if (similar === undefined || scope.ownOnly) return undefined;
    if (!subjects.has(family)) {
      const found = await ledger.findSubjects(family, scope);
      subjects.set(family, new Map(found.map((entry) => [entry.input, entry.subject])));
    }
    // As they are now: others are saved while these are compared.
    const candidates = [...(subjects.get(family) ?? [])].filter(([other]) => other !== input);
    const others = candidates.map(([, other]) => other);
    const alike = await similar.findAlike(subject, others, language ?? similar.language);
    let best = { likeness: similar.threshold, input: '' };
    for (const { index, likeness } of alike) {
      const isBetter = best.input === '' ? likeness >= best.likeness : likeness > best.likeness;
      if (isBetter) best = { likeness, input: candidates[index]?.[0] ?? '' };
    }
    return best.input === '' ? undefined : ledger.findOutput(best.input, scope);
  }

  return {
    async find(item, step, input) {
      const hashes = hashesOf(step, input);
      const scope = { ...scopeOf(item, step, input), step };
      const exact = await ledger.findOutput(hashes.input, scope);
      if (exact !== undefined) return exact.isOwn ? own(exact) : foreign(exact, 'exact');
      const alike = step === 'research' && (await findSimilar(input, hashes, scope));
      return alike ? foreign(alike, 'similar') : undefined;
    },
    save(item, step, { input, madeAt, ...end }) {
      const { output, ...facts } = end;
      const record = { ...facts, run, item, step, madeAt: madeAt ?? options.today().toISOString() };
      if (input === undefined || output === undefined || !end.ok) return ledger.saveStep(record);
      const { family, input: hashed } = hashesOf(step, input);
      if (step !== 'research' || !input.isShared)
        return ledger.saveStep({ ...record, output, input: hashed });
      subjects.get(family)?.set(hashed, input.subject);
      ledger.saveStep({ ...record, output, input: hashed, family, subject: input.subject });
    },
    reject: (item, step, about) => ledger.rejectAnswers(run, item, step, about),
  };
}

function own({ output, usage, saved, madeAt }: KeptOutput): RememberedOutput {
  return { output, reused: 'run', usage, saved, madeAt };
}

/** Somebody else has paid for it: what it cost is saved. */
function foreign(
  { output, usage, madeAt }: KeptOutput,
  reused: 'exact' | 'similar',
): RememberedOutput {
  return { output, reused, usage: NO_USAGE, saved: usage, madeAt };
}

/** Each input is asked for before its step and kept after it. */
const known = new WeakMap<StepInput, Hashes>();

function hashesOf(step: StepName, stepInput: StepInput): Hashes {
  const before = known.get(stepInput);
  if (before !== undefined) return before;
  const { version, settings, subject } = stepInput;
  const family = hash('sha256', JSON.stringify([step, version, settings]));
  const hashes = { family, input: hash('sha256', JSON.stringify([family, subject])) };
  known.set(stepInput, hashes);
  return hashes;
}
