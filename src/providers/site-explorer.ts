import type { CallScope } from './call.ts';
import type { FoundSource } from './search-provider.ts';

/** Reads what one site has on a subject. */
export interface SiteExplorer {
  /**
   * The pages of the site that are on the subject, best first; an empty list where it has none or may not be explored.
   * @throws AppError as the service answered otherwise.
   */
  explore(domain: string, subject: string, scope: CallScope): Promise<FoundSource[]>;
}
