/** What search results show whole and still find telling, in characters: of a title, and of a meta description. */
export const TITLE_LENGTH = { minimum: 30, maximum: 60 } as const;
export const DESCRIPTION_LENGTH = { minimum: 70, maximum: 160 } as const;
