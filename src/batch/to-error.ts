import { AppError } from '../core/errors.ts';

/** Whatever was thrown, as an error; anything that is none becomes the cause of one. */
export function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return new AppError('INTERNAL', `Something that is not an Error was thrown: ${show(thrown)}`, {
    cause: thrown,
  });
}

function show(value: unknown): string {
  try {
    return String(value).slice(0, 200);
  } catch {
    return typeof value;
  }
}
