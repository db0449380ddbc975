import type { Article } from '../core/article.ts';
import type { Dossier } from '../core/dossier.ts';
import { isAbortError, terminalStopOf } from '../core/errors.ts';
import { foldText } from '../core/fold-text.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { Publication } from '../core/publication.ts';
import type { Usage } from '../core/usage.ts';
import type { CallScope } from '../providers/call.ts';
import type { Draft, Publisher } from '../providers/publisher.ts';
import type { ItemScope, StepTools } from './item-scope.ts';
import type { StepInput } from './step-memory.ts';

/** What a body tells beside the article's text. */
interface BodyContext {
  item: PlannedItem;
  dossier: Dossier;
  usage: Usage;
}

/** Makes the body of an article as a content system takes it. The same article gives the same body. */
export type BodyRenderer = (article: Article, context: BodyContext) => string | Promise<string>;

/** A content system and what makes a body for it. */
export interface PublishingPlace {
  publisher: Publisher;
  renderBody: BodyRenderer;
}

interface Delivery {
  publisher: Publisher;
  draft: Draft;
}

/** Goes up when the same drafts are put there in another way. */
const PUBLISH_VERSION = 1;

/**
 * The last step of an article: puts it at all places at once, as a draft. What was put there is in `scope.made`, even
 * when another place failed. A resumed run takes it from its memory, as long as neither article nor places change.
 * @throws AppError what the first place failed with; of several, one that ends the run.
 */
export async function publishArticle(
  scope: ItemScope,
  places: readonly PublishingPlace[],
  article: Article,
  context: BodyContext,
): Promise<readonly Publication[]> {
  const deliveries = await Promise.all(
    places.map(async ({ publisher, renderBody }) => ({
      publisher,
      draft: draftOf(article, context.item, await renderBody(article, context)),
    })),
  );
  const published = await scope.step(
    'publish',
    (step) => deliver(deliveries, step, (done) => scope.keep({ published: done })),
    inputOf(deliveries),
  );
  scope.keep({ published });
  return published;
}

function draftOf({ title, description }: Article, { slug }: PlannedItem, html: string): Draft {
  return { slug, title: foldText(title), description: foldText(description), html };
}

function inputOf(deliveries: readonly Delivery[]): StepInput {
  return {
    version: PUBLISH_VERSION,
    settings: deliveries.map(({ publisher: { name, site } }) => ({ name, site })),
    subject: JSON.stringify(deliveries.map(({ draft }) => draft)),
    // Another run finds the draft and brings it up to date: it may have been deleted since.
    isShared: false,
  };
}

async function deliver(
  deliveries: readonly Delivery[],
  { calls, progress }: StepTools,
  keep: (published: readonly Publication[]) => void,
): Promise<readonly Publication[]> {
  let done = 0;
  const put = async ({ publisher, draft }: Delivery, scope: CallScope) => {
    const publication = await publisher.publish(draft, scope);
    progress((done += 1), deliveries.length);
    return publication;
  };
  const ends = await Promise.allSettled(deliveries.map((delivery) => put(delivery, calls)));
  const published = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const errors = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []));
  if (errors.length === 0) return published;
  keep(published);
  throw errors.find(isAbortError) ?? errors.find(terminalStopOf) ?? errors[0];
}
