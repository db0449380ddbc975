/** Thrown while reading a body that is longer than its limit. */
export class BodyTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`longer than ${maxBytes} bytes`);
  }
}

/**
 * The body of an answer as text, decoded as UTF-8.
 * @throws BodyTooLarge past the limit, with the connection closed; what the stream failed with, when it broke off.
 */
export async function readLimitedText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new BodyTooLarge(maxBytes);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
