import { estimateTokens } from '../core/estimate-tokens.ts';

/** OpenAI's limit of one request. */
const MOST_INPUTS = 2048;
/** As few requests as the limits allow, in order. */
export function packRequests(parts: readonly string[], mostTokens: number): string[][] {
  const requests: string[][] = [];
  let tokens = Infinity;
  for (const part of parts) {
    const more = estimateTokens(part);
    const open = requests.at(-1);
    if (open === undefined || open.length === MOST_INPUTS || tokens + more > mostTokens) {
      requests.push([part]);
      tokens = more;
    } else {
      open.push(part);
      tokens += more;
    }
  }
  return requests;
}
