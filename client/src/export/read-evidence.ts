/** The newest passages of many relations, asked for in pages. */
import type { Api } from "../api.ts";
import type { EvidenceAnswer, RelationId } from "../../../server/contract/index.ts";

export type RelationPassages = EvidenceAnswer["relations"][number];

/** Relations a request. */
const PAGE = 200;

/**
 * @param perRelation at most so many passages of each, newest first
 * @param onRead with how many relations have been read
 */
export async function readEvidence(
  api: Pick<Api, "evidence">,
  ids: readonly RelationId[],
  perRelation: number,
  { signal, onRead }: { readonly signal?: AbortSignal; readonly onRead?: (count: number) => void } = {},
): Promise<ReadonlyMap<RelationId, RelationPassages>> {
  const found = new Map<RelationId, RelationPassages>();
  for (let begin = 0; begin < ids.length; begin += PAGE) {
    const page = ids.slice(begin, begin + PAGE);
    const { relations } = await api.evidence(page, perRelation, signal);
    for (const one of relations) found.set(one.id, one);
    onRead?.(begin + page.length);
  }
  return found;
}
