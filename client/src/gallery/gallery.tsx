/** The page of components, once in the light and once in the dark. */
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";

import "../styles/index.ts";
import "../styles/serif-font.ts";
import {
  ENTITY_TYPES,
  ENTITY_TYPE_NAMES,
  REGION_LEVELS,
  RELATION_TYPE_NAMES,
} from "../../../server/contract/ontology.ts";
import { entityTypeName, locale, messages, relationName } from "../i18n/index.ts";
import type { AppState } from "../state/app-state.ts";
import {
  Button,
  Checkbox,
  Chip,
  IconButton,
  Keycap,
  MenuButton,
  MessageCard,
  Progress,
  Segmented,
  Skeleton,
  Tabs,
  Tag,
  TextArea,
  TextField,
  Toasts,
  TooltipLayer,
  VirtualList,
  canvasIcon,
  linkIcon,
  plusIcon,
  searchIcon,
  triangleAlertIcon,
  undoIcon,
} from "../ui/index.ts";
import { EntityMark } from "../views/entity/entity-mark.tsx";
import { RelationLine } from "../views/entity/relation-line.tsx";
import { installTypeColors } from "../views/entity/type-colors.ts";
import { Inspector } from "../views/inspector/inspector.tsx";
import { Legend } from "../views/legend/legend.tsx";
import { EntityLookupContext, createEntityLookup } from "../views/source/entity-lookup.ts";
import { Steps } from "../views/steps/steps.tsx";
import "./gallery.css";
import { SAMPLE_ENTITIES, sampleEntity, sampleRelation } from "./sample-graph.ts";

export function Gallery({ app }: { readonly app: AppState }) {
  const lookup = useMemo(() => createEntityLookup(app.api, app.history.present), [app]);
  useLayoutEffect(() => installTypeColors(document.documentElement), []);
  useEffect(() => void prepare(app), [app]);
  return (
    <EntityLookupContext.Provider value={lookup}>
      <header class="gallery__bar">
        <h1>{messages.value.app.name}</h1>
        <Segmented
          label={messages.value.actions["switch-language"]}
          segments={[
            { id: "zh-CN", label: "中文" },
            { id: "en", label: "English" },
            { id: "pseudo", label: "[!!! Þšéúđó !!!]" },
          ]}
          selected={locale.value}
          onSelect={(next) => {
            locale.value = next;
          }}
        />
      </header>
      <main class="gallery">
        {(["light", "dark"] as const).map((theme) => (
          <div key={theme} class="gallery__theme" data-theme={theme}>
            <Signs />
            <Controls />
            <States />
            <Panels app={app} />
          </div>
        ))}
      </main>
      <TooltipLayer />
    </EntityLookupContext.Provider>
  );
}

async function prepare(app: AppState): Promise<void> {
  await app.overview.load("overview");
  await app.exploration.add([sampleEntity("浙江大学").id], { query: "浙大", match: "alias" });
  await app.exploration.add(SAMPLE_ENTITIES.slice(0, 24).map(({ id }) => id));
  app.exploration.hide([sampleEntity("浙江省").id]);
  app.history.undo();
  app.selection.selectRelation(sampleRelation("浙江大学绍兴研究院", "CO_BUILT_WITH", "浙江大学").id);
}

function Signs() {
  return (
    <>
      <section class="card">
        <h2>{messages.value.legend.entities}</h2>
        <ul class="gallery__signs">
          {ENTITY_TYPE_NAMES.map((type) => (
            <li key={type}>
              <EntityMark type={type} size={38} />
              <EntityMark type={type} size={16} />
              <span>{entityTypeName(type)}</span>
              <code>{ENTITY_TYPES[type].color.light}</code>
            </li>
          ))}
          {REGION_LEVELS.map((level) => (
            <li key={level}>
              <EntityMark type="Region" level={level} size={38} />
              <EntityMark type="Region" level={level} size={16} />
              <span>{messages.value.regionLevels[level]}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="card">
        <h2>{messages.value.legend.relations}</h2>
        <ul class="gallery__lines">
          {RELATION_TYPE_NAMES.map((type) => (
            <li key={type}>
              <RelationLine type={type} width={56} />
              <RelationLine type={type} width={56} planned />
              <RelationLine type={type} width={32} upright />
              <span>{relationName(type)}</span>
              <span>{relationName(type, "in")}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Controls() {
  const { words, actions, status, search, states } = messages.value;
  const [text, setText] = useState("浙大");
  const [choice, setChoice] = useState<"all" | "existing" | "planned">("all");
  const [tab, setTab] = useState<"a" | "b">("a");
  const [isOn, setOn] = useState(true);
  return (
    <>
      <section class="card gallery__controls">
        <h2>{actions["show-keys"]}</h2>
        <p>
          <Button variant="primary">{words.addToCanvas}</Button>
          <Button icon={plusIcon}>{words.addToCanvas}</Button>
          <Button variant="ghost" icon={linkIcon}>
            {actions["copy-link"]}
          </Button>
          <Button variant="danger">{words.remove}</Button>
          <Button disabled>{words.retry}</Button>
          <Button variant="primary" disabled>
            {words.retry}
          </Button>
        </p>
        <p>
          <Button size="small">{words.retry}</Button>
          <Button size="small" variant="primary">
            {words.retry}
          </Button>
          <IconButton icon={undoIcon} label={actions.undo} keys="Ctrl Z" />
          <IconButton icon={undoIcon} label={actions.undo} variant="framed" />
          <MenuButton
            label={actions["arrange-relations"]}
            items={[
              { id: "1", label: actions["arrange-relations"], checked: true, onSelect: () => undefined },
              { id: "2", label: actions["arrange-regions"], checked: false, onSelect: () => undefined },
              { id: "3", label: actions["clear-canvas"], startsGroup: true, onSelect: () => undefined },
            ]}
          />
        </p>
        <p>
          <Segmented
            label={messages.value.legend.status}
            segments={[
              { id: "all", label: status.all },
              { id: "existing", label: status.existing, count: "33" },
              { id: "planned", label: status.planned, count: "8" },
            ]}
            selected={choice}
            onSelect={setChoice}
          />
          <Chip onClick={() => undefined} removable>
            <EntityMark type="Region" level="county" size={14} />
            新昌县
          </Chip>
          <Chip onClick={() => undefined}>浙大</Chip>
        </p>
        <p>
          <Tag>{messages.value.observationKinds.level}</Tag>
          <Tag tone="planned">{status.planned}</Tag>
          <Tag tone="evidence">{messages.value.counts.sentences(2)}</Tag>
          <Tag tone="solid">{status.existing}</Tag>
          <Keycap keys="/" />
          <Keycap keys="Ctrl K" />
          <Keycap keys="Esc" />
        </p>
        <p>
          <Checkbox checked={isOn} onChange={setOn}>
            {words.pin}
          </Checkbox>
          <Checkbox checked={false} mixed onChange={() => undefined}>
            {words.showAll}
          </Checkbox>
          <Checkbox checked disabled onChange={() => undefined}>
            {words.onCanvas}
          </Checkbox>
        </p>
      </section>
      <section class="card gallery__controls">
        <h2>{search.label}</h2>
        <TextField
          label={search.label}
          icon={searchIcon}
          value={text}
          onValue={setText}
          trailing={<Keycap keys="/" />}
        />
        <TextField
          label={messages.value.legend.years}
          value="2031"
          onValue={() => undefined}
          error={messages.value.problems.invalid_request}
        />
        <TextArea
          label={messages.value.query.parameters}
          mono
          value={'{"city": "绍兴市"}'}
          onValue={() => undefined}
          hint={messages.value.query.parametersHint}
        />
        <Tabs
          label={messages.value.table.title}
          tabs={[
            { id: "a", label: messages.value.table.entities, count: "36" },
            { id: "b", label: messages.value.table.relations, count: "41" },
          ]}
          selected={tab}
          onSelect={setTab}
        >
          <div style={{ height: "120px" }}>
            <VirtualList label={messages.value.table.entities} count={2_000} rowHeight={30}>
              {(index) => `${tab} ${index + 1}`}
            </VirtualList>
          </div>
        </Tabs>
      </section>
      <section class="card gallery__toasts">
        <h2>{states.notifications}</h2>
        <Toasts
          toasts={[
            {
              id: 1,
              tone: "progress",
              text: messages.value.overview.loading,
              progress: 0.62,
              action: { label: words.cancel, onAct: () => undefined },
            },
            { id: 2, tone: "error", text: messages.value.problems.unreachable },
          ]}
          onClose={() => undefined}
        />
      </section>
    </>
  );
}

function States() {
  const { canvas, search, states, words, problems } = messages.value;
  return (
    <section class="card gallery__states">
      <h2>{states.loading}</h2>
      <div>
        <MessageCard
          icon={canvasIcon}
          title={canvas.empty}
          hint={canvas.emptyHint}
          actions={<Button variant="primary">{canvas.emptyAction}</Button>}
        />
        <MessageCard icon={searchIcon} title={search.nothing("绍大")} hint={search.nothingHint} />
        <Skeleton note={states.loadingCount(3_204)} />
        <MessageCard
          tone="error"
          icon={triangleAlertIcon}
          title={states.failed}
          hint={problems.query_timeout}
          details="query_timeout · 7f3a"
          actions={<Button>{words.retry}</Button>}
        />
      </div>
      <Progress label={states.loading} value={0.4} />
      <Progress label={states.loading} />
    </section>
  );
}

function Panels({ app }: { readonly app: AppState }) {
  return (
    <div class="gallery__panels">
      <div class="gallery__panel">
        <Legend app={app} />
      </div>
      <div class="gallery__panel">
        <Inspector app={app} />
      </div>
      <div class="gallery__panel">
        <Steps app={app} />
      </div>
    </div>
  );
}
