/** Tavily rejects longer queries, and no search engine reads so many words. */
const LONGEST_QUERY = 400;

/** The query with its white space folded, cut to 400 characters at the end of a word where it has words. */
export function fitQuery(query: string): string {
  const folded = query.toWellFormed().replaceAll(/\s+/g, ' ').trim();
  if (folded.length <= LONGEST_QUERY) return folded;
  const space = folded.lastIndexOf(' ', LONGEST_QUERY);
  // Text without spaces, as Chinese, is cut between two characters as a reader sees them.
  return space > LONGEST_QUERY / 2 ? folded.slice(0, space) : cutAtGrapheme(folded);
}

function cutAtGrapheme(text: string): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, LONGEST_QUERY * 2))) {
    if (index + segment.length > LONGEST_QUERY) break;
    end = index + segment.length;
  }
  // A single cluster can be longer than the limit.
  return end > 0 ? text.slice(0, end) : text.slice(0, LONGEST_QUERY).toWellFormed();
}
