import { AppError } from '../core/errors.ts';
import { unitVector } from '../core/unit-vector.ts';

/** What a model takes, and how. */
export interface PartEmbedder {
  /** A text longer than the model reads, in parts; each must hold more than white space. */
  cut: (text: string) => readonly string[];
  /** Why a text can have no vector, as the rest of a sentence about it; undefined for all others. */
  problemOf?: (text: string) => string | undefined;
  /** One entry a part, in their order. */
  embed: (parts: readonly string[]) => Promise<readonly (Float32Array | Error)[]>;
}

/**
 * Embeds texts of any length: one that is too long for the model has the mean of the vectors of its parts, each weighing
 * as much as it is long. A text fails when one of its parts does.
 * @returns one entry a text, in their order, each a vector of length 1 or an error of its own.
 */
export async function embedInParts(
  texts: readonly string[],
  { cut, problemOf, embed }: PartEmbedder,
): Promise<(Float32Array | Error)[]> {
  const parts: string[] = [];
  const plans = texts.map((text): { from: number; to: number } | Error => {
    const problem = text.trim() === '' ? 'is empty' : problemOf?.(text);
    if (problem !== undefined)
      return new AppError(
        'INPUT_INVALID',
        `A text ${problem}, so that it has no meaning to embed.`,
      );
    const from = parts.length;
    for (const part of cut(text.toWellFormed())) parts.push(part);
    return { from, to: parts.length };
  });
  const vectors = parts.length === 0 ? [] : await embed(parts);
  return plans.map((plan) =>
    plan instanceof Error
      ? plan
      : meanOf(vectors.slice(plan.from, plan.to), parts.slice(plan.from, plan.to)),
  );
}

function meanOf(
  vectors: readonly (Float32Array | Error)[],
  parts: readonly string[],
): Float32Array | Error {
  const isVector = (vector: Float32Array | Error): vector is Float32Array =>
    !(vector instanceof Error);
  const sum = new Float64Array(vectors.find(isVector)?.length ?? 0);
  for (const [index, part] of parts.entries()) {
    const vector = vectors[index] ?? noVector();
    if (vector instanceof Error) return vector;
    const unit = unitVector(vector);
    if (unit === undefined) return noVector();
    for (const [place, value] of unit.entries())
      sum[place] = (sum[place] ?? 0) + value * part.length;
  }
  return unitVector(sum) ?? noVector();
}

function noVector(): AppError {
  return new AppError('ANSWER_INVALID', 'The embedding model made no vector of a text.');
}
