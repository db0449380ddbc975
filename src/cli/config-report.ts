import stringWidth from 'string-width';
import type { LoadedSettings } from '../config/load-settings.ts';
import { describeOrigin, type Origin } from '../config/origin.ts';
import { maskKey } from '../config/secrets.ts';
import { valueAt } from '../config/setting-paths.ts';
import { terminalText } from './terminal-text.ts';

/** One setting in force; keys stand among them by the names of their variables, masked. */
interface ConfigRow {
  setting: string;
  /** Null when it is not set. */
  value: unknown;
  origin: Origin;
}

/** The configuration in force, without secrets: the one document of `config --json`. */
export interface ConfigReport {
  /** Path of the configuration file; null when there is none. */
  configuration: string | null;
  stateDirectory: string;
  settings: ConfigRow[];
}

const NOWHERE: Origin = { kind: 'default', name: '' };

/** Tells every setting with where it comes from. */
export function reportConfig(loaded: LoadedSettings): ConfigReport {
  const keys = {
    TAVILY_API_KEY: loaded.secrets.tavilyApiKey,
    OPENAI_API_KEY: loaded.secrets.openaiApiKey,
    OPENALEX_API_KEY: loaded.secrets.openalexApiKey,
    WORDPRESS_APPLICATION_PASSWORD: loaded.secrets.wordpressPassword,
    GHOST_ADMIN_API_KEY: loaded.secrets.ghostAdminKey,
  };
  const settings = [...loaded.origins]
    .filter(([path]) => !Object.hasOwn(keys, path))
    .map(([setting, origin]) => ({
      setting,
      value: valueAt(loaded.settings, setting) ?? null,
      origin,
    }));
  const masked = Object.entries(keys).map(([setting, key]) => ({
    setting,
    value: key === undefined ? null : maskKey(key),
    origin: loaded.origins.get(setting) ?? NOWHERE,
  }));
  return {
    configuration: loaded.configPath ?? null,
    stateDirectory: loaded.stateDirectory,
    settings: [...settings, ...masked],
  };
}

/** The report as an aligned table. */
export function formatConfig(report: ConfigReport): string {
  const rows = report.settings.map((row) => [
    row.setting,
    showValue(row),
    row.value === null ? '' : describeOrigin(row.origin),
  ]);
  return [
    `Configuration  ${terminalText(report.configuration ?? 'none; seo-content init writes one')}`,
    `State          ${terminalText(report.stateDirectory)}`,
    '',
    ...alignColumns([['Setting', 'Value', 'From'], ...rows]),
  ].join('\n');
}

function showValue({ setting, value }: ConfigRow): string {
  if (setting === 'library' && Array.isArray(value) && value.length === 0)
    return 'shipped examples';
  if (value === null) return 'not set';
  if (Array.isArray(value) && value.length === 0) return 'none';
  return terminalText(
    Array.isArray(value)
      ? value.join(', ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value),
  );
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1].map((column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map(
        (cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))),
      )
      .join('  ')
      .trimEnd(),
  );
}
