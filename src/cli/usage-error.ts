import { closestName } from '../config/closest-name.ts';
import { AppError } from '../core/errors.ts';

/** What the parser of the command line leaves on its errors. */
interface ParseError extends Error {
  flags?: unknown;
  args?: unknown;
}

/** The parser's headings and hints, which say less than the usage below the error. */
const PHRASES = [
  /\n*See more help with --help$/,
  /^The following errors? occurred:\s*/,
  /^Parsing (?=-)/,
];

/**
 * An error of the command line's parser in the words of every wrong usage; undefined for other errors.
 * @param flagNames those of the command, without hyphens.
 */
export function usageError(error: Error, flagNames: readonly string[]): AppError | undefined {
  if (!isParseError(error)) return undefined;
  const [flag] = textsIn(error.flags);
  if (flag !== undefined) return unknownFlag(flag, flagNames);
  const missing = Array.isArray(error.args) ? error.args.flatMap(nameAndDescription) : [];
  if (missing.length > 0)
    return new AppError('USAGE', `This has to be named: ${missing.join('; ')}.`);
  const message = PHRASES.reduce((text, phrase) => text.replace(phrase, ''), error.message);
  return new AppError('USAGE', `${message.split(/\s*\n\s*/).join(': ')}.`, { cause: error });
}

function isParseError(error: Error): error is ParseError {
  return 'oclif' in error;
}

function textsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}

function unknownFlag(flag: string, flagNames: readonly string[]): AppError {
  const near = closestName(flag.replace(/^-+/, ''), flagNames);
  return new AppError('USAGE', `There is no flag ${flag}.`, {
    suggestions: near === undefined ? [] : [`Did you mean: --${near}`],
  });
}

/** Of an argument that is missing; arguments that are too many are plain texts. */
function nameAndDescription(argument: unknown): string[] {
  if (typeof argument !== 'object' || argument === null || !('name' in argument)) return [];
  const description = 'description' in argument ? argument.description : undefined;
  const words = [argument.name, description].filter((word) => typeof word === 'string');
  return [words.join(', ')];
}
