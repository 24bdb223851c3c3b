/** What a person chose size, colour and width to mean on the canvas, kept in the link, and what follows for what is drawn. */
import { computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Entity, EntityId, MeasuredEntity } from "../../../../server/contract/index.ts";
import type { ViewSettings } from "../location.ts";
import type { RolledGraph } from "../roll-up/roll-up-graph.ts";
import { PLAIN_CHOICES, isByProperty, lookOf, propertiesOf, withMeasures } from "./look.ts";
import type { Choices, ColorBy, Look, OfferedProperty, SizeBy } from "./look.ts";

export interface Styling {
  readonly choices: ReadonlySignal<Choices>;
  readonly look: ReadonlySignal<Look>;
  /** Of the entities that are drawn. */
  readonly properties: ReadonlySignal<readonly OfferedProperty[]>;
  readonly isPlain: ReadonlySignal<boolean>;
  choose(change: Partial<Choices>): void;
  reset(): void;
  readonly settings: ReadonlySignal<ViewSettings>;
  restore(settings: ViewSettings): void;
}

export function createStyling(
  rolled: ReadonlySignal<RolledGraph>,
  measured: ReadonlySignal<ReadonlyMap<EntityId, MeasuredEntity>> = signal(new Map()),
): Styling {
  const choices = signal<Choices>(PLAIN_CHOICES);
  const drawn = computed(() => ({
    entities: withMeasures(drawnEntities(rolled.value), measured.value),
    relations: rolled.value.relations,
  }));
  const isPlain = computed(() => Object.keys(settingsOf(choices.value)).length === 0);
  return {
    choices,
    // Without a choice nothing is worked out, however much is drawn.
    look: computed(() => lookOf(isPlain.value ? NOTHING : drawn.value, choices.value)),
    properties: computed(() => propertiesOf(drawn.value.entities.values())),
    isPlain,
    choose(change) {
      choices.value = { ...choices.peek(), ...change };
    },
    reset() {
      choices.value = PLAIN_CHOICES;
    },
    settings: computed(() => settingsOf(choices.value)),
    restore({ size = "", color = "", width = "" }) {
      choices.value = {
        size: isSizeBy(size) ? size : PLAIN_CHOICES.size,
        color: isColorBy(color) ? color : PLAIN_CHOICES.color,
        width: width === "evidence" ? width : PLAIN_CHOICES.width,
      };
    },
  };
}

const NOTHING = { entities: new Map<EntityId, Entity>(), relations: new Map() };

/** A closed group has no properties, and as many relations as its members together. */
function drawnEntities({ entities, closed }: RolledGraph): ReadonlyMap<EntityId, Entity> {
  if (closed.size === 0) return entities;
  const groups = [...closed].map(([id, { leader, members }]): [EntityId, Entity] => {
    const degree = members.reduce((sum, member) => sum + member.degree, 0);
    return [id, { id, type: leader.type, name: leader.name, aliases: [], properties: {}, degree }];
  });
  return new Map([...entities, ...groups]);
}

/** Only what is not as it is at first. */
function settingsOf(choices: Choices): ViewSettings {
  return Object.fromEntries(
    (["size", "color", "width"] as const)
      .filter((name) => choices[name] !== PLAIN_CHOICES[name])
      .map((name) => [name, choices[name]]),
  );
}

function isSizeBy(text: string): text is SizeBy {
  return text === "degree" || text === "evidence" || text === "same" || isByProperty(text);
}

function isColorBy(text: string): text is ColorBy {
  return text === "type" || text === "degree" || text === "evidence" || isByProperty(text);
}
