import { Writable } from 'node:stream';

/** A stream that stands for stderr and keeps what is written to it. */
export interface FakeTerminal {
  stream: NodeJS.WriteStream;
  /** Everything written so far. */
  text: () => string;
  /** One entry a write. */
  writes: string[];
  resize: (columns: number, rows: number) => void;
}

export function createFakeTerminal(columns = 80, rows = 24): FakeTerminal {
  const writes: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      writes.push(String(chunk));
      done();
    },
  }) as unknown as NodeJS.WriteStream;
  Object.assign(stream, { isTTY: true, columns, rows });
  return {
    stream,
    writes,
    text: () => writes.join(''),
    resize: (newColumns, newRows) => {
      Object.assign(stream, { columns: newColumns, rows: newRows });
      stream.emit('resize');
    },
  };
}

const TOKEN = /\u001b\[(\??)(\d*)([A-Za-z])|\r|\n|[^\u001b\r\n]+/gu;

/** What a screen shows after such output: rows, the cursor and whether it is hidden. Knows what the display uses, and no more. */
export function emulateScreen(output: string): { rows: string[]; cursorVisible: boolean } {
  const rows: string[] = [''];
  let row = 0;
  let column = 0;
  let cursorVisible = true;
  for (const [token, isPrivate, number, command] of output.matchAll(TOKEN)) {
    if (token === '\r') column = 0;
    else if (token === '\n') {
      row += 1;
      column = 0;
      rows[row] ??= '';
    } else if (command === undefined) {
      const line = (rows[row] ?? '').padEnd(column);
      rows[row] = line.slice(0, column) + token + line.slice(column + token.length);
      column += token.length;
    } else if (isPrivate === '?') {
      if (number === '25') cursorVisible = command === 'h';
    } else if (command === 'A') row = Math.max(0, row - Number(number));
    else if (command === 'K') rows[row] = '';
    else if (command === 'J') {
      rows[row] = (rows[row] ?? '').slice(0, column);
      rows.length = row + 1;
    } else if (command !== 'm') throw new Error(`Unknown escape sequence ${JSON.stringify(token)}`);
  }
  while (rows.length > 0 && rows.at(-1) === '') rows.pop();
  return { rows, cursorVisible };
}
