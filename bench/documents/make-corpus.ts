/** Makes the mixed PDFs: `make-corpus.ts FOLDER COUNT`; prints what has to come of each as JSON. */
import { makeMixedCorpus } from '../../test/support/documents/make-mixed-corpus.ts';

export interface MadeFile {
  path: string;
  size: number;
  outcome: string;
  /** Source of a pattern that the warnings or the error match. */
  message: string;
}

const [folder = '.', count = '200'] = process.argv.slice(2);
const files = await makeMixedCorpus(folder, Number(count));
const made: MadeFile[] = files.map(({ path, size, expected }) => ({
  path,
  size,
  outcome: expected.outcome,
  message: expected.outcome === 'text' ? '' : expected.message.source,
}));
console.log(JSON.stringify(made));
