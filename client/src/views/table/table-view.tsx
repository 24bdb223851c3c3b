/**
 * The text twin of the canvas: every entity and relation that it shows, as
 * sortable tables. What is picked here is picked there.
 */
import { useState } from "preact/hooks";

import type { Entity, EntityId, Relation } from "../../../../server/contract/index.ts";
import { messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, MessageCard, Tabs, Tag, TextField, searchIcon, tableIcon } from "../../ui/index.ts";
import { kindOf } from "../entity/entity-facts.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { FilterBar } from "../filters/filter-bar.tsx";
import { SideInspector } from "../inspector/side-inspector.tsx";
import { Region } from "../shell/region.tsx";
import { DataTable } from "./data-table.tsx";
import type { Column } from "./data-table.tsx";
import "./table-view.css";

type TabId = "entities" | "relations";

export function TableView({ app }: { readonly app: AppState }) {
  const { table: words, views, counts, canvas } = messages.value;
  const [tab, setTab] = useState<TabId>("entities");
  const [filter, setFilter] = useState("");
  const { entities, relations } = app.filters.visible.value;
  if (app.history.present.value.entities.size === 0) {
    return (
      <Region name="view" label={views.table} class="table-view">
        <MessageCard
          icon={tableIcon}
          title={words.empty}
          hint={messages.value.canvas.emptyHint}
          actions={<Button onClick={() => app.search.requestFocus()}>{messages.value.actions.search}</Button>}
        />
      </Region>
    );
  }
  const wanted = filter.trim().toLowerCase();
  return (
    <>
      <Region name="view" label={views.table} class="table-view" keys="canvas sentences">
        <h1 class="unseen">{words.title}</h1>
        <div class="table-view__filters">
          <FilterBar app={app} />
        </div>
        <Tabs
          class="table-view__tabs"
          label={words.title}
          tabs={[
            { id: "entities", label: words.entities, count: counts.number(entities.size) },
            { id: "relations", label: words.relations, count: counts.number(relations.size) },
          ]}
          selected={tab}
          onSelect={setTab}
          trailing={
            <>
              <ExportMenu app={app} />
              <TextField
                class="table-view__filter"
                label={words.filter}
                hideLabel
                isSearch
                icon={searchIcon}
                placeholder={words.filter}
                value={filter}
                onValue={setFilter}
              />
            </>
          }
        >
          {entities.size === 0 ? (
            <MessageCard icon={tableIcon} title={canvas.filtered} hint={canvas.filteredHint} />
          ) : tab === "entities" ? (
            <Entities app={app} wanted={wanted} />
          ) : (
            <Relations app={app} wanted={wanted} />
          )}
        </Tabs>
      </Region>
      <SideInspector app={app} />
    </>
  );
}

interface RowsProps {
  readonly app: AppState;
  /** In small letters. */
  readonly wanted: string;
}

type EntityColumn = "name" | "type" | "degree" | "shown";

function Entities({ app, wanted }: RowsProps) {
  const { table: words } = messages.value;
  const { entities, relations } = app.filters.visible.value;
  const shown = countShown(relations.values());
  const rows = [...entities.values()].filter((entity) =>
    [entity.name, ...entity.aliases, kindOf(entity)].some((text) => text.toLowerCase().includes(wanted)),
  );
  const selected = app.selection.entities.value;
  const columns: readonly Column<Entity, EntityColumn>[] = [
    {
      id: "name",
      label: words.name,
      value: ({ name }) => name,
      content: (entity) => (
        <>
          <EntityMark type={entity.type} level={entity.level} />
          {entity.name}
        </>
      ),
    },
    { id: "type", label: words.type, value: kindOf },
    { id: "shown", label: words.shown, value: ({ id }) => shown.get(id) ?? 0, isNumber: true },
    { id: "degree", label: words.degree, value: ({ degree }) => degree, isNumber: true },
  ];
  if (rows.length === 0) return <NoRows wanted={wanted} />;
  return (
    <DataTable
      label={words.entities}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      initial={{ column: "degree", descending: true }}
      isSelected={({ id }) => selected.has(id)}
      onSelect={({ id }) => app.selection.selectEntity(id)}
    />
  );
}

type RelationColumn = "from" | "relation" | "to" | "status" | "first" | "last" | "sentences";

function Relations({ app, wanted }: RowsProps) {
  const { table: words, status } = messages.value;
  const { entities, relations } = app.filters.visible.value;
  const end = (id: EntityId) => entities.get(id);
  const name = (id: EntityId) => end(id)?.name ?? "";
  const rows = [...relations.values()].filter(({ from, to, type }) =>
    [name(from), name(to), relationName(type)].some((text) => text.toLowerCase().includes(wanted)),
  );
  const withMark = (id: EntityId) => {
    const entity = end(id);
    return (
      <span class="table-view__end">
        {entity !== undefined && <EntityMark type={entity.type} level={entity.level} />}
        {name(id)}
      </span>
    );
  };
  const columns: readonly Column<Relation, RelationColumn>[] = [
    { id: "from", label: words.from, value: ({ from }) => name(from), content: ({ from }) => withMark(from) },
    {
      id: "relation",
      label: words.relation,
      value: ({ type }) => relationName(type),
      content: ({ type, status }) => (
        <span class="table-view__end">
          <RelationLine type={type} planned={status === "planned"} />
          {relationName(type)}
        </span>
      ),
    },
    { id: "to", label: words.to, value: ({ to }) => name(to), content: ({ to }) => withMark(to) },
    {
      id: "status",
      label: words.status,
      value: (relation) => status[relation.status],
      content: (relation) => (
        <Tag tone={relation.status === "planned" ? "planned" : "plain"}>{status[relation.status]}</Tag>
      ),
    },
    { id: "first", label: words.first, value: ({ firstDate }) => firstDate },
    { id: "last", label: words.last, value: ({ lastDate }) => lastDate },
    { id: "sentences", label: words.sentences, value: ({ evidenceCount }) => evidenceCount, isNumber: true },
  ];
  if (rows.length === 0) return <NoRows wanted={wanted} />;
  const selected = app.selection.relation.value;
  return (
    <DataTable
      label={words.relations}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      initial={{ column: "sentences", descending: true }}
      isSelected={({ id }) => id === selected}
      onSelect={({ id }) => app.selection.selectRelation(id)}
    />
  );
}

function NoRows({ wanted }: { readonly wanted: string }) {
  return <MessageCard icon={searchIcon} title={messages.value.table.noRows(wanted)} compact />;
}

function countShown(relations: Iterable<Relation>): ReadonlyMap<EntityId, number> {
  const shown = new Map<EntityId, number>();
  for (const { from, to } of relations) {
    shown.set(from, (shown.get(from) ?? 0) + 1);
    if (to !== from) shown.set(to, (shown.get(to) ?? 0) + 1);
  }
  return shown;
}
