/**
 * The part of a minute's requests, and of its tokens, that may come at once. More than ten requests only come at once
 * where half a second allows them.
 */
export const BURST_SHARE = { requests: 0.1, tokens: 0.5 } as const;
