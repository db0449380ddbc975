import type { Material, MaterialSegment } from './material.ts';

/** True for what stands below a document's own title, above its first real heading: it introduces that document. */
export function isLead(material: Material, segment: MaterialSegment): boolean {
  const own = material.segments.filter((each) => each.sourceId === segment.sourceId);
  if (own[0] !== segment || own.length < 3) return false;
  if (segment.heading === undefined) return true;
  const title = material.titles.get(segment.sourceId)?.toLowerCase() ?? '';
  const heading = segment.heading.toLowerCase();
  return title.includes(heading) || (title !== '' && heading.includes(title));
}
