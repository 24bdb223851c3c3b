/**
 * Paths between the picked entities, each as a chain and a sentence with its
 * sources, and what they share. It stands beside the canvas.
 */
import { useEffect, useState } from "preact/hooks";

import type { EntityId, Relation, RelationId } from "../../../../server/contract/index.ts";
import { RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { HUB_DEGREES, MAX_ENDS } from "../../state/paths.ts";
import type { PathsFound } from "../../state/paths.ts";
import { loadedValue } from "../../state/resource.ts";
import {
  Button,
  Chip,
  IconButton,
  MenuButton,
  Segmented,
  Tag,
  canvasIcon,
  closeIcon,
  plusIcon,
} from "../../ui/index.ts";
import { Chain } from "../entity/chain.tsx";
import { EntityMark } from "../entity/entity-mark.tsx";
import { EntityPicker } from "../entity/entity-picker.tsx";
import { Waiting } from "../filters/waiting.tsx";
import { useResource } from "../shell/use-resource.ts";
import { EvidenceCard } from "../source/evidence-card.tsx";
import { useEntities } from "../source/entity-lookup.ts";
import { supportingWords } from "../source/segments.ts";
import { pathsMessages } from "./messages.ts";
import { pathSentence } from "./path-sentence.ts";
import "./paths.css";

export function PathsPanel({ app }: { readonly app: AppState }) {
  const words = pathsMessages.value;
  const { words: common } = messages.value;
  const found = app.paths.found.value;
  return (
    <div class="paths">
      <header class="paths__head">
        <h2>{words.title}</h2>
        <IconButton icon={closeIcon} label={common.close} onClick={() => app.paths.close()} />
      </header>
      <Ends app={app} />
      <Choices app={app} />
      <div class="paths__content">
        <Waiting state={found} onRetry={() => void app.paths.retry()} lines={[60, 92, 80, 88, 64]}>
          {(value) => <Found app={app} found={value} />}
        </Waiting>
      </div>
    </div>
  );
}

function Ends({ app }: { readonly app: AppState }) {
  const words = pathsMessages.value;
  const { ends } = app.paths.choice.value;
  const lookup = useEntities(ends);
  return (
    <div class="paths__ends" role="group" aria-label={words.between}>
      {ends.map((id) => {
        const entity = lookup.find(id);
        const name = entity?.name ?? id;
        return (
          <Chip
            key={id}
            removable
            label={words.removeEnd(name)}
            onClick={() => app.paths.choose({ ends: ends.filter((other) => other !== id) })}
          >
            {entity !== undefined && <EntityMark type={entity.type} level={entity.level} size={14} />}
            {name}
          </Chip>
        );
      })}
      {ends.length < MAX_ENDS && (
        <EntityPicker
          app={app}
          label={words.addEnd}
          text={words.addEnd}
          icon={plusIcon}
          variant="ghost"
          picked={[]}
          isAllowed={({ id }) => !ends.includes(id)}
          onPick={([id]) => id !== undefined && app.paths.choose({ ends: [...ends, id] })}
        />
      )}
    </div>
  );
}

function Choices({ app }: { readonly app: AppState }) {
  const words = pathsMessages.value;
  const { order, maxLength, maxDegree, relationsOff, without } = app.paths.choice.value;
  const lookup = useEntities(without);
  const kinds = RELATION_TYPE_NAMES.length - relationsOff.length;
  const hubText = (degree: number | null) => (degree === null ? words.hubsAll : words.hubsOver(degree));
  return (
    <div class="paths__choices">
      <Segmented
        label={words.order}
        selected={order}
        onSelect={(next) => app.paths.choose({ order: next })}
        segments={[
          { id: "short", label: words.orders.short },
          { id: "supported", label: words.orders.supported },
        ]}
      />
      <MenuButton
        size="small"
        label={words.length(maxLength)}
        items={[2, 3, 4, 5, 6].map((length) => ({
          id: String(length),
          label: words.length(length),
          checked: length === maxLength,
          onSelect: () => app.paths.choose({ maxLength: length }),
        }))}
      />
      <MenuButton
        size="small"
        label={hubText(maxDegree)}
        items={HUB_DEGREES.map((degree) => ({
          id: String(degree),
          label: hubText(degree),
          checked: degree === maxDegree,
          onSelect: () => app.paths.choose({ maxDegree: degree }),
        }))}
      />
      <MenuButton
        size="small"
        label={relationsOff.length === 0 ? words.relationsAll : words.relationsSome(kinds)}
        items={RELATION_TYPE_NAMES.map((type) => {
          const isOn = !relationsOff.includes(type);
          return {
            id: type,
            label: relationName(type),
            checked: isOn,
            // With none there is nothing to walk on.
            disabled: isOn && kinds === 1,
            onSelect: () =>
              app.paths.choose({
                relationsOff: isOn ? [...relationsOff, type] : relationsOff.filter((other) => other !== type),
              }),
          };
        })}
      />
      {without.map((id) => {
        const name = lookup.find(id)?.name ?? id;
        return (
          <Chip
            key={id}
            removable
            label={words.takeBack(name)}
            onClick={() => app.paths.choose({ without: without.filter((other) => other !== id) })}
          >
            {words.without} · {name}
          </Chip>
        );
      })}
    </div>
  );
}

function Found({ app, found }: { readonly app: AppState; readonly found: PathsFound }) {
  const words = pathsMessages.value;
  const { counts } = messages.value;
  const name = (id: EntityId) => found.entities.get(id)?.name ?? id;
  const all = found.pairs.flatMap(({ paths }) => paths.flatMap(({ entities }) => entities));
  return (
    <>
      {all.length > 0 && (
        <Button size="small" icon={canvasIcon} onClick={() => void app.exploration.add([...new Set(all)])}>
          {words.showAll}
        </Button>
      )}
      {found.pairs.map(({ from, to, paths, truncated }) => (
        <section key={`${from} ${to}`} class="paths__pair" aria-label={words.pair(name(from), name(to))}>
          {found.pairs.length > 1 && <h3>{words.pair(name(from), name(to))}</h3>}
          {paths.length === 0 && (
            <p class="paths__none">
              <strong>{words.none}</strong> {words.noneHint}
            </p>
          )}
          <ol>
            {paths.map((path) => (
              <Path
                key={path.entities.join(" ")}
                app={app}
                found={found}
                stops={path.entities}
                relations={path.relations}
                note={words.support(path.support)}
              />
            ))}
          </ol>
          {truncated && <p class="paths__note">{words.more}</p>}
        </section>
      ))}
      <Shared app={app} found={found} />
      {found.leftOut.length > 0 && (
        <p class="paths__note">{words.leftOut(found.leftOut.map((entity) => entity.name).join(counts.separator))}</p>
      )}
    </>
  );
}

interface PathProps {
  readonly app: AppState;
  readonly found: PathsFound;
  readonly stops: readonly EntityId[];
  readonly relations: readonly RelationId[];
  readonly note: string;
}

function Path({ app, found, stops, relations: ids, note }: PathProps) {
  const words = pathsMessages.value;
  const relations = ids.flatMap((id) => found.relations.get(id) ?? []);
  const [isOpen, setOpen] = useState(false);
  const [only, setOnly] = useState<RelationId | null>(null);
  const selected = app.selection.relation.value;
  return (
    <li class="path">
      <Chain
        entities={stops.flatMap((id) => found.entities.get(id) ?? [])}
        relations={relations}
        onEntity={(id) => app.selection.selectEntity(id)}
        onRelation={({ id }) => {
          app.selection.selectRelation(id);
          setOnly(id);
          setOpen(true);
        }}
        isSelected={({ id }) => id === selected}
      />
      <p class="path__sentence">{pathSentence(relations, found.entities)}</p>
      <div class="path__foot">
        <Tag tone="evidence">{note}</Tag>
        <button
          type="button"
          class="text-button"
          aria-expanded={isOpen}
          onClick={() => {
            setOnly(null);
            setOpen(!isOpen);
          }}
        >
          {words.sources}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={async () => {
            if (await app.exploration.add(stops)) app.canvas.peek()?.fit(stops);
          }}
        >
          {words.show}
        </button>
        {stops.slice(1, -1).map((id) => {
          const name = found.entities.get(id)?.name ?? id;
          const { without } = app.paths.choice.value;
          return (
            <button
              key={id}
              type="button"
              class="text-button path__leave-out"
              onClick={() => app.paths.choose({ without: [...without, id] })}
            >
              {words.leaveOut(name)}
            </button>
          );
        })}
      </div>
      {isOpen && (
        <Sources app={app} relations={only === null ? relations : relations.filter(({ id }) => id === only)} />
      )}
    </li>
  );
}

const SENTENCES = 1;

function Sources({ app, relations }: { readonly app: AppState; readonly relations: readonly Relation[] }) {
  const asked = relations.map(({ id }) => id).join(" ");
  const evidence = useResource((ids: string, abort) =>
    app.api.evidence(ids.split(" ") as RelationId[], SENTENCES, abort),
  );
  useEffect(() => void evidence.load(asked), [asked]);
  const answer = loadedValue(evidence.state.value);
  return (
    <div class="path__sources">
      <Waiting state={evidence.state.value} onRetry={() => void evidence.reload()}>
        {() =>
          relations.flatMap(({ id, from, to }) =>
            (answer?.relations.find((own) => own.id === id)?.passages ?? []).map((found) => (
              <EvidenceCard
                key={`${id} ${found.passage.id}`}
                app={app}
                evidence={found}
                supports
                marks={supportingWords(found.passage.text, found.mentions, [from, to])}
              />
            )),
          )
        }
      </Waiting>
    </div>
  );
}

function Shared({ app, found }: { readonly app: AppState; readonly found: PathsFound }) {
  const words = pathsMessages.value;
  const { shared, total } = found.common;
  const { ends, reach } = app.paths.choice.value;
  return (
    <section class="paths__pair" aria-label={words.shared}>
      <header class="paths__shared">
        <h3>{words.shared}</h3>
        <span class="paths__note">{words.sharedCount(total)}</span>
        <Segmented
          label={words.reach}
          selected={reach === 1 ? "one" : "two"}
          onSelect={(id) => app.paths.choose({ reach: id === "one" ? 1 : 2 })}
          segments={[
            { id: "one", label: words.reaches.one },
            { id: "two", label: words.reaches.two },
          ]}
        />
      </header>
      {shared.length === 0 && <p class="paths__none">{words.sharedNone}</p>}
      <ol>
        {shared.map(({ entity, ways }) => {
          const relations = ways.flatMap((way) => way.relations.flatMap((id) => found.relations.get(id) ?? []));
          const known = found.entities.get(entity);
          if (known === undefined) return null;
          return (
            <li key={entity} class="path">
              <span class="path__shared">
                <EntityMark type={known.type} level={known.level} size={16} />
                <button type="button" class="ties__name" onClick={() => app.selection.selectEntity(entity)}>
                  {known.name}
                </button>
                <Tag>{words.sharedBy(ways.length, ends.length)}</Tag>
              </span>
              <p class="path__sentence">{pathSentence(relations, found.entities)}</p>
              <div class="path__foot">
                <button
                  type="button"
                  class="text-button"
                  onClick={() =>
                    void app.exploration.add([...ends, entity, ...ways.flatMap(({ through }) => through ?? [])])
                  }
                >
                  {words.show}
                </button>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
