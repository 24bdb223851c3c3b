/** What the canvas draws, for files and pictures: groups that are drawn as one are one, with what they stand for. */
import type { Entity, EntityId, Relation, RelationId } from "../../../../server/contract/index.ts";
import type { DrawnGraph, DrawnGroup } from "../../export/graph-files.ts";
import { toSvg } from "../../export/graph-svg.ts";
import type { SvgStyle } from "../../export/graph-svg.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Position } from "../../state/graph.ts";
import { drawnGraph, openGroups } from "../roll-up/drawn-graph.ts";
import { colorTitle, isWidthSaid, shadeTexts, sizeText } from "../styling/key-words.ts";
import { stylingMessages } from "../styling/messages.ts";
import { lightColor } from "./light-color.ts";

export function drawnForFiles(app: AppState): DrawnGraph {
  const visible = app.filters.visible.peek();
  const rolled = app.rollUp.rolled.peek();
  const drawn = drawnGraph(rolled);
  const groupOf = groupsByMember(app);
  const groups = [...rolled.closed].map(([id, { by, members }]): DrawnGroup => ({
    entity: drawn.entities.get(id)!,
    by,
    members,
    within: [...visible.relations.values()].filter(
      ({ from, to }) => groupOf.get(from)?.id === id && groupOf.get(to)?.id === id,
    ),
  }));
  const ends = new Map<RelationId, Pick<Relation, "from" | "to">>();
  for (const [id, relation] of rolled.relations) {
    const own = visible.relations.get(id);
    if (own !== undefined && own !== relation) ends.set(id, { from: own.from, to: own.to });
  }
  return {
    entities: [...rolled.entities.values()],
    groups,
    relations: [...rolled.relations.values()],
    ends,
    positions: positionsOf(app),
  };
}

/** By member, the group that is drawn instead of it. */
export function groupsByMember(app: AppState): ReadonlyMap<EntityId, Entity> {
  const rolled = app.rollUp.rolled.peek();
  const drawn = drawnGraph(rolled).entities;
  return new Map(
    [...rolled.closed].flatMap(([id, { members }]) => members.map((member) => [member.id, drawn.get(id)!] as const)),
  );
}

function positionsOf(app: AppState): ReadonlyMap<EntityId, Position> {
  return new Map([...app.history.present.peek().positions, ...app.rollUp.positions.peek()]);
}

/** Null where nothing has a place yet: the canvas was never open. */
export function canvasSvg(app: AppState): string | null {
  const { entities, relations } = drawnGraph(app.rollUp.rolled.peek());
  const positions = positionsOf(app);
  if (![...entities.keys()].some((id) => positions.has(id))) return null;
  const picture = {
    entities: [...entities.values()],
    relations: [...relations.values()],
    positions,
    openGroups: openGroups(app.rollUp.groups.peek(), app.rollUp.rolled.peek()),
  };
  return toSvg(picture, { type: entityTypeName, planned: messages.peek().legend.dashed }, styleOf(app));
}

function styleOf(app: AppState): SvgStyle {
  const look = app.styling.look.peek();
  const broad = isWidthSaid(look) ? [stylingMessages.peek().broad] : [];
  return {
    look,
    colorOf: (shade) => lightColor(shade === "none" ? "--panel" : `--${shade}`),
    colorTitle: colorTitle(look.color),
    shades: shadeTexts(look.color),
    notes: [...(look.size.by === "same" ? [] : [stylingMessages.peek().bySize(sizeText(look.size))]), ...broad],
  };
}
