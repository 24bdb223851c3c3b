/** A gap while it is found: entities by id, to be read together at the end. */
import type { Entity, EntityId, GapItem, GapReasonKind, GapsAnswer, RelationId } from "../../../contract/index.ts";
import type { CypherEngine } from "../../engine.ts";
import { readEntities } from "../entities.ts";

export interface DraftReason {
  readonly kind: GapReasonKind;
  readonly entities?: readonly EntityId[];
  readonly relations?: readonly RelationId[];
  readonly count?: number;
  readonly date?: string | null;
}

export interface DraftItem {
  readonly subject: EntityId;
  readonly about?: EntityId | null;
  readonly reasons: readonly DraftReason[];
}

/** What a question finds; what it leaves out is empty. */
export interface Draft {
  readonly considered: number;
  readonly items: readonly DraftItem[];
  readonly peers?: readonly EntityId[];
  readonly bodies?: readonly string[];
  readonly least?: number;
  readonly byPeers?: readonly number[];
  readonly compared?: readonly EntityId[];
  readonly measures?: readonly DraftMeasure[];
}

export interface DraftMeasure {
  readonly id: GapsAnswer["measures"][number]["id"];
  readonly values: readonly {
    readonly existing: number;
    readonly planned: number;
    readonly entities: readonly EntityId[];
    readonly relations: readonly RelationId[];
  }[];
  readonly isGap: boolean;
}

/** Entities named with one reason or one value; more is a number. */
export const NAMED = 12;

export async function finish(
  engine: CypherEngine,
  { question, region, limit }: { question: GapsAnswer["question"]; region: EntityId | undefined; limit: number },
  draft: Draft,
  signal?: AbortSignal,
): Promise<GapsAnswer> {
  const shown = draft.items.slice(0, limit);
  const ids = [
    ...(region === undefined ? [] : [region]),
    ...(draft.peers ?? []),
    ...shown.flatMap(({ subject, about, reasons }) => [
      subject,
      ...(about == null ? [] : [about]),
      ...reasons.flatMap(({ entities = [] }) => entities.slice(0, NAMED)),
    ]),
    ...(draft.measures ?? []).flatMap(({ values }) => values.flatMap(({ entities }) => entities.slice(0, NAMED))),
  ];
  const found = new Map((await readEntities(engine, ids, signal)).map((entity) => [entity.id, entity]));
  const known = (wanted: readonly EntityId[]): readonly Entity[] => wanted.flatMap((id) => found.get(id) ?? []);
  return {
    question,
    asked: {
      region: region === undefined ? null : (found.get(region) ?? null),
      peers: known(draft.peers ?? []),
      bodies: draft.bodies ?? [],
      least: draft.least ?? null,
    },
    considered: draft.considered,
    total: draft.items.length,
    items: shown.flatMap((item): GapItem[] => {
      const subject = found.get(item.subject);
      if (subject === undefined) return [];
      return [
        {
          subject,
          about: item.about == null ? null : (found.get(item.about) ?? null),
          reasons: item.reasons.map(({ kind, entities = [], relations = [], count, date }) => ({
            kind,
            entities: known(entities.slice(0, NAMED)),
            relations,
            count: count ?? (entities.length > NAMED ? entities.length : null),
            date: date ?? null,
          })),
        },
      ];
    }),
    byPeers: draft.byPeers ?? [],
    compared: draft.compared ?? [],
    measures: (draft.measures ?? []).map(({ id, values, isGap }) => ({
      id,
      isGap,
      values: values.map(({ existing, planned, entities, relations }) => ({
        existing,
        planned,
        entities: known(entities.slice(0, NAMED)),
        relations,
      })),
    })),
  };
}
