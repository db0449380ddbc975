/** How a list of sources is set: as this program does, or after a manual. */
export type CitationStyle = 'numbered' | 'apa' | 'mla' | 'chicago';
