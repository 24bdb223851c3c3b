/** The structure of the graph as a graph: types on a ring, relations between them, and what each holds. */
import { useEffect, useMemo, useState } from "preact/hooks";

import type { GraphStructure, PropertyShape } from "../../../../../server/contract/index.ts";
import { isEntityType, isRelationType } from "../../../../../server/contract/ontology.ts";
import {
  entityTypeDescription,
  entityTypeName,
  messages,
  relationDescription,
  relationName,
} from "../../../i18n/index.ts";
import type { AppState } from "../../../state/app-state.ts";
import { createResource, loadedValue } from "../../../state/resource.ts";
import { Button, Dialog, Skeleton } from "../../../ui/index.ts";
import { EntityMark } from "../../entity/entity-mark.tsx";
import { libraryMessages } from "./messages.ts";
import { structureLayout } from "./structure-layout.ts";
import "./structure-dialog.css";
import { labelPattern, relationPattern } from "./structure.tsx";

export interface StructureDialogProps {
  readonly app: AppState;
  readonly onClose: () => void;
  readonly onInsert: (pattern: string) => void;
}

type Chosen = { readonly kind: "label" | "relation"; readonly name: string } | undefined;

export function StructureDialog({ app, onClose, onInsert }: StructureDialogProps) {
  const words = libraryMessages.value;
  const resource = useMemo(() => createResource((_: "structure", abort) => app.api.structure(abort)), []);
  useEffect(() => {
    void resource.load("structure");
    return () => resource[Symbol.dispose]();
  }, []);
  const structure = loadedValue(resource.state.value);
  const [chosen, setChosen] = useState<Chosen>();
  return (
    <Dialog title={words.structureTitle} onClose={onClose} class="structure-dialog">
      {structure === undefined ? (
        <Skeleton lines={[60, 80, 70]} lineHeight={34} />
      ) : (
        <div class="structure">
          <Drawing structure={structure} chosen={chosen} onChoose={setChosen} />
          <Details structure={structure} chosen={chosen} onInsert={onInsert} />
        </div>
      )}
    </Dialog>
  );
}

interface DrawingProps {
  readonly structure: GraphStructure;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

const [WIDTH, HEIGHT] = [620, 520];

function Drawing({ structure, chosen, onChoose }: DrawingProps) {
  const { places, lines } = useMemo(() => structureLayout(structure, WIDTH, HEIGHT), [structure]);
  const { number } = messages.value.counts;
  return (
    <svg
      class="structure__drawing"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={libraryMessages.value.structureTitle}
    >
      {lines.map(({ type, path, at, isMain }) => (
        <g
          key={`${type} ${path}`}
          class={
            chosen?.kind === "relation" && chosen.name === type
              ? "structure__line structure__line--chosen"
              : "structure__line"
          }
        >
          <path d={path} />
          {isMain && (
            <text x={at.x} y={at.y} onClick={() => onChoose({ kind: "relation", name: type })}>
              {type}
            </text>
          )}
        </g>
      ))}
      {[...places].map(([label, { x, y }]) => {
        const count = structure.labels.find((each) => each.label === label)?.count ?? 0;
        const isChosen = chosen?.kind === "label" && chosen.name === label;
        return (
          <g
            key={label}
            class={isChosen ? "structure__label structure__label--selected" : "structure__label"}
            transform={`translate(${x} ${y})`}
            role="button"
            tabIndex={0}
            aria-pressed={isChosen}
            aria-label={`${label} ${number(count)}`}
            onClick={() => onChoose({ kind: "label", name: label })}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              onChoose({ kind: "label", name: label });
            }}
          >
            <circle r="15" class="structure__halo" />
            {isEntityType(label) ? (
              <svg x="-11" y="-11" width="22" height="22">
                <EntityMark type={label} size={22} />
              </svg>
            ) : (
              <rect x="-9" y="-9" width="18" height="18" rx="3" class="structure__other" />
            )}
            <text y="27">{label}</text>
            <text y="40" class="structure__count">
              {number(count)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Details({
  structure,
  chosen,
  onInsert,
}: {
  readonly structure: GraphStructure;
  readonly chosen: Chosen;
  readonly onInsert: (pattern: string) => void;
}) {
  const words = libraryMessages.value;
  const { number } = messages.value.counts;
  if (chosen === undefined) {
    return (
      <div class="structure__details">
        <p>{words.structureCounts(structure.labels.length, structure.relations.length)}</p>
        <ul class="structure__types">
          {structure.relations.map(({ type, count }) => (
            <li key={type}>
              <button type="button" class="text-button" onClick={() => onInsert(relationPattern(type))}>
                {type}
              </button>{" "}
              {number(count)}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  const label = structure.labels.find((each) => chosen.kind === "label" && each.label === chosen.name);
  const relation = structure.relations.find((each) => chosen.kind === "relation" && each.type === chosen.name);
  const shape = label ?? relation;
  if (shape === undefined) return null;
  const pattern =
    label === undefined
      ? relationPattern(chosen.name, relation?.links[0]?.from, relation?.links[0]?.to)
      : labelPattern(chosen.name);
  const joined = relation?.links ?? [];
  const own =
    label === undefined
      ? []
      : structure.relations.filter(({ links }) =>
          links.some(({ from, to }) => from === chosen.name || to === chosen.name),
        );
  return (
    <div class="structure__details" aria-live="polite">
      <h3>
        <span class="code-name">{chosen.name}</span> {number(shape.count)}
      </h3>
      <p>{meaningOf(chosen.name)}</p>
      <Button size="small" onClick={() => onInsert(pattern)}>
        {words.insertPattern}
      </Button>
      <Properties properties={shape.properties} />
      {(joined.length > 0 || own.length > 0) && <h4>{words.joins}</h4>}
      <ul class="structure__types">
        {joined.slice(0, 12).map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            <button type="button" class="text-button" onClick={() => onInsert(relationPattern(chosen.name, from, to))}>
              {from} → {to}
            </button>{" "}
            {number(count)}
          </li>
        ))}
        {own.map(({ type }) => (
          <li key={type}>
            <button type="button" class="text-button" onClick={() => onInsert(`(a:${chosen.name})-[r:${type}]-(b)`)}>
              {type}
            </button>
          </li>
        ))}
      </ul>
      <p class="structure__note">{words.lookedAt(structure.lookedAt)}</p>
    </div>
  );
}

function Properties({ properties }: { readonly properties: readonly PropertyShape[] }) {
  const words = libraryMessages.value;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  return (
    <table class="structure__properties">
      <thead>
        <tr>
          <th scope="col">{words.property}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.presence}</th>
        </tr>
      </thead>
      <tbody>
        {properties.map(({ name, types, presence, samples }) => (
          <tr key={name} title={samples.length === 0 ? undefined : `${words.samples} ${samples.join("; ")}`}>
            <th scope="row" class="code-name">
              {name}
              {samples[0] !== undefined && <span class="structure__sample">{samples[0]}</span>}
            </th>
            <td>{types.map((type) => kinds[type] ?? type).join(", ")}</td>
            <td class="structure__number">{words.presenceOf(presence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function meaningOf(name: string): string {
  if (isEntityType(name)) return `${entityTypeName(name)}: ${entityTypeDescription(name)}`;
  return isRelationType(name) ? `${relationName(name)}: ${relationDescription(name)}` : "";
}
