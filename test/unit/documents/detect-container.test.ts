import { describe, expect, it } from 'vitest';
import { detectContainer } from '../../../src/documents/detect-container.ts';
import { makeZip } from '../../support/documents/make-zip.ts';

describe('detectContainer', () => {
  it.each<[string, Uint8Array | string, string | undefined]>([
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a PDF behind lines of a server', `HTTP noise\r\n${'x'.repeat(900)}\r\n%PDF-1.4\n`, 'pdf'],
    ['a page about PDFs', '<p>Files begin with %PDF-1.7 and end</p>', undefined],
    ['a mark too far in', `${' '.repeat(1100)}\n%PDF-1.7\n`, undefined],
    ['an archive', makeZip({ a: 'x' }), 'zip'],
    ['an empty archive', makeZip({}), 'zip'],
    ['an old Office file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ole'],
    ['rich text', '{\\rtf1 hello}', 'rtf'],
    ['a picture', Buffer.from('89504e470d0a', 'hex'), 'PNG image'],
    ['text', 'Only text.', undefined],
    ['nothing', '', undefined],
  ])('knows %s', (_name, content, container) => {
    expect(detectContainer(Buffer.from(content))).toBe(container);
  });
});
