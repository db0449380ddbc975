import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Gives pdf.js the maps from codes to characters that some East Asian PDFs rely on without having them inside. They
 * come with `pdfjs-dist`, which is large and used where somebody has installed it.
 */
export class CharacterMaps {
  /** Names of maps that were asked for and are not there; the text in their fonts is lost. */
  readonly missed = new Set<string>();

  /** In the form in which pdf.js takes it: a class of which it makes an instance. */
  readonly factory = factoryFor(this.missed);
}

interface Wanted {
  kind: string;
  /** `UniGB-UCS2-H.bcmap`; the name comes from the PDF. */
  filename: string;
}

function factoryFor(missed: Set<string>): new () => { fetch(wanted: Wanted): Promise<Uint8Array> } {
  return class {
    async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
      const name = /^([\w-]{1,60})\.bcmap$/u.exec(filename)?.[1];
      if (kind !== 'cMapUrl' || name === undefined) throw new Error(`there is no ${kind}`);
      try {
        return new Uint8Array(await readFile(join(mapFolder(), filename)));
      } catch (cause) {
        missed.add(name);
        throw new Error(`there is no character map ${name}`, { cause });
      }
    }
  };
}

function mapFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('pdfjs-dist/package.json')), 'cmaps');
}
