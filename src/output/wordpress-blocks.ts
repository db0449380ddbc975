/** A block as the WordPress editor saves it. The attributes must be the program's own: they are not escaped. */
function block(name: string, html: string, attributes?: object): string {
  const settings = attributes === undefined ? '' : ` ${JSON.stringify(attributes)}`;
  return `<!-- wp:${name}${settings} -->\n${html}\n<!-- /wp:${name} -->`;
}

/**
 * The markup of core blocks, to the letter what their save functions give: the editor calls anything else invalid
 * content. All take finished inline HTML.
 */
export const wordpressBlocks = {
  /** @param id anchor, unique in the post. */
  paragraph: (html: string, id?: string) =>
    block('paragraph', `<p${id === undefined ? '' : ` id="${id}"`}>${html}</p>`),

  heading: (html: string, level: 2 | 3) =>
    block(
      'heading',
      `<h${level} class="wp-block-heading">${html}</h${level}>`,
      level === 2 ? undefined : { level },
    ),

  list: (items: readonly string[]) => {
    const blocks = items.map((html) => block('list-item', `<li>${html}</li>`));
    return block('list', `<ul class="wp-block-list">${blocks.join('\n\n')}</ul>`);
  },

  quote: (html: string) =>
    block(
      'quote',
      `<blockquote class="wp-block-quote">${block('paragraph', `<p>${html}</p>`)}</blockquote>`,
    ),

  /** @param rows cells, the head first. The layout is named, because its default differs between versions. */
  table: ([head = [], ...body]: readonly (readonly string[])[]) => {
    const row = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
    const rows = body.map((cells) => row(cells, 'td')).join('');
    const table = `<table><thead>${row(head, 'th')}</thead>${rows === '' ? '' : `<tbody>${rows}</tbody>`}</table>`;
    return block('table', `<figure class="wp-block-table">${table}</figure>`, {
      hasFixedLayout: false,
    });
  },
};
