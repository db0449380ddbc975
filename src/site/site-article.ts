/** An article that lies in the output folder, as far as other articles have to know of it. */
export interface SiteArticle {
  slug: string;
  /** Names of its files in the folder, one for each format. */
  files: readonly string[];
  title: string;
  description: string;
  /** Absent for pages that somebody else has made. */
  keyword?: string;
  /** BCP 47 tag. */
  language: string;
  /** `YYYY-MM-DD`, where it is told. */
  date?: string;
  /** Slugs of the pages in the same folder that it links to. */
  linksTo: readonly string[];
}
