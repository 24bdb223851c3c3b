/**
 * What the sentence under the pointer says of the name under the pointer: its
 * relations there, with the other ends lit in the text. For the eye alone; the
 * facts of a chosen sentence say the same.
 */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { DocumentDetail, Entity, EntityId, PassageId, Relation } from "../../../../server/contract/index.ts";
import { messages, relationName } from "../../i18n/index.ts";
import { Tag, place } from "../../ui/index.ts";
import { kindOf } from "../entity/entity-facts.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";
import { readerMessages } from "./messages.ts";
import "./name-card.css";

const DELAY_MS = 220;
const MOST_RELATIONS = 6;
const LIT = "source-name--lit";

interface Hovered {
  readonly owner: HTMLElement;
  readonly entity: Entity;
  readonly passageId: PassageId;
}

export interface NameCardProps {
  readonly detail: DocumentDetail;
  /** The text whose names are looked at. */
  readonly within: RefObject<HTMLElement | null>;
}

export function NameCard({ detail, within }: NameCardProps) {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const text = within.current;
    if (text === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setHovered(null);
    };
    const over = (event: PointerEvent) => {
      clearTimeout(timer);
      const next = event.pointerType === "touch" ? undefined : findName(event.target, detail);
      if (next === undefined) return setHovered(null);
      timer = setTimeout(() => setHovered(next), DELAY_MS);
    };
    text.addEventListener("pointerover", over);
    text.addEventListener("pointerleave", hide);
    text.addEventListener("pointerdown", hide);
    text.addEventListener("scroll", hide, true);
    document.addEventListener("keydown", hide);
    return () => {
      clearTimeout(timer);
      text.removeEventListener("pointerover", over);
      text.removeEventListener("pointerleave", hide);
      text.removeEventListener("pointerdown", hide);
      text.removeEventListener("scroll", hide, true);
      document.removeEventListener("keydown", hide);
    };
  }, [detail, within]);

  const relations = hovered === null ? [] : relationsOf(detail, hovered.entity.id, hovered.passageId);

  useLayoutEffect(() => {
    if (hovered === null) return undefined;
    const ends = new Set(relations.flatMap(({ from, to }) => [from as string, to as string]));
    const sentence = hovered.owner.closest("[data-passage]");
    const lit = [...(sentence?.querySelectorAll<HTMLElement>("[data-entity]") ?? [])].filter((name) =>
      ends.has(name.dataset["entity"] ?? ""),
    );
    for (const name of lit) name.classList.add(LIT);
    return () => {
      for (const name of lit) name.classList.remove(LIT);
    };
  }, [hovered]);

  useLayoutEffect(() => {
    const element = root.current;
    if (hovered === null || element === null || !hovered.owner.isConnected) return;
    element.showPopover();
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const screen = { width: window.innerWidth, height: window.innerHeight };
    // A name may break over two lines; the card hangs at its first.
    const [line] = hovered.owner.getClientRects();
    const box = line ?? hovered.owner.getBoundingClientRect();
    const at = place(box, size, screen, { side: "below", align: "start", gap: 8 });
    element.style.left = `${at.left}px`;
    element.style.top = `${at.top}px`;
  }, [hovered]);

  if (hovered === null) return null;
  return (
    <div ref={root} popover="manual" class="name-card" aria-hidden="true">
      <Card detail={detail} entity={hovered.entity} relations={relations} />
    </div>
  );
}

interface CardProps {
  readonly detail: DocumentDetail;
  readonly entity: Entity;
  readonly relations: readonly Relation[];
}

function Card({ detail, entity, relations }: CardProps) {
  const words = readerMessages.value;
  const { status } = messages.value;
  const inDocument = detail.relations.filter(({ relation: { from, to } }) => from === entity.id || to === entity.id);
  const names = new Map(detail.entities.map(({ id, name }) => [id, name]));
  return (
    <>
      <header class="name-card__head">
        <EntityMark type={entity.type} level={entity.level} size={20} />
        <b>{entity.name}</b>
        <span>{kindOf(entity)}</span>
      </header>
      {relations.length === 0 ? (
        <p class="name-card__none">{words.noneHere(inDocument.length)}</p>
      ) : (
        <ul class="name-card__relations">
          {relations.slice(0, MOST_RELATIONS).map((relation) => (
            <li key={relation.id}>
              <RelationLine type={relation.type} planned={relation.status === "planned"} />
              <span>{relationName(relation.type, relation.from === entity.id ? "out" : "in")}</span>
              <b>{names.get(relation.from === entity.id ? relation.to : relation.from)}</b>
              {relation.status === "planned" && <Tag tone="planned">{status.planned}</Tag>}
            </li>
          ))}
          {relations.length > MOST_RELATIONS && <li>{words.more(relations.length - MOST_RELATIONS)}</li>}
        </ul>
      )}
    </>
  );
}

function findName(target: EventTarget | null, detail: DocumentDetail): Hovered | undefined {
  const owner = target instanceof Element ? target.closest<HTMLElement>("[data-entity]") : null;
  const passageId = owner?.closest<HTMLElement>("[data-passage]")?.dataset["passage"];
  const entity = detail.entities.find(({ id }) => id === owner?.dataset["entity"]);
  if (owner === null || entity === undefined || passageId === undefined) return undefined;
  return { owner, entity, passageId: passageId as PassageId };
}

/** What the sentence supports of the entity; existing before planned. */
export function relationsOf(
  { relations }: Pick<DocumentDetail, "relations">,
  entity: EntityId,
  passage: PassageId,
): readonly Relation[] {
  return relations
    .filter(({ relation: { from, to }, passages }) => (from === entity || to === entity) && passages.includes(passage))
    .map(({ relation }) => relation)
    .sort((a, b) => (a.status === b.status ? 0 : a.status === "existing" ? -1 : 1));
}
