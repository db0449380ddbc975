import MarkdownIt from 'markdown-it';

/** CommonMark with tables. Links are left as they stand, however unsafe: it is for the rules to find them. */
export const markdownParser = new MarkdownIt('default', {
  html: true,
  linkify: false,
  typographer: false,
});
markdownParser.validateLink = () => true;
markdownParser.normalizeLink = (url) => url;
markdownParser.normalizeLinkText = (text) => text;
// Keeps escaped characters apart from text, so that `\[^1\]` is not taken for a mark.
markdownParser.core.ruler.disable('text_join');
