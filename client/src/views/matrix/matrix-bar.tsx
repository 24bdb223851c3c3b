/** What stands against what, joined how, under which filters; and what can be done with all of it. */
import { useState } from "preact/hooks";

import type { EntityType, MatrixAnswer } from "../../../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { entityTypeName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { LEVELS } from "../../state/matrix/matrix.ts";
import { waysBetween } from "../../state/matrix/ways.ts";
import { Button, Chip, IconButton, MenuButton, Segmented, canvasIcon, swapIcon } from "../../ui/index.ts";
import { EntityPicker } from "../entity/entity-picker.tsx";
import { FilterBar } from "../filters/filter-bar.tsx";
import { useEntities } from "../source/entity-lookup.ts";
import { ExportMenu } from "./export-menu.tsx";
import { matrixMessages } from "./messages.ts";
import { wayName } from "./names.ts";
import { putTiesOnCanvas, TIES_ON_CANVAS } from "./put-on-canvas.ts";

export function MatrixBar({ app, answer }: { readonly app: AppState; readonly answer: MatrixAnswer | undefined }) {
  const words = matrixMessages.value;
  const choice = app.matrix.choice.value;
  const way = app.matrix.way.value;
  const hasRegions = choice.rows === "Region" || choice.columns === "Region";
  return (
    <div class="matrix-bar">
      <div class="matrix-bar__axes" role="group" aria-label={`${words.rows} × ${words.columns}`}>
        <AxisMenu label={words.rows} type={choice.rows} onType={(rows) => app.matrix.choose({ rows })} />
        <IconButton icon={swapIcon} label={words.swap} onClick={() => app.matrix.swap()} />
        <AxisMenu label={words.columns} type={choice.columns} onType={(columns) => app.matrix.choose({ columns })} />
        {hasRegions && (
          <Segmented
            label={words.level}
            selected={choice.level}
            onSelect={(level) => app.matrix.choose({ level })}
            segments={LEVELS.map((level) => ({ id: level, label: words.levels[level] }))}
          />
        )}
        <span class="matrix-bar__label">{words.way}</span>
        <MenuButton
          label={wayName(way)}
          items={waysBetween(choice.rows, choice.columns).map((other) => ({
            id: other.id,
            label: wayName(other),
            checked: other.id === way.id,
            startsGroup: other.kind === "relation" && other.id === firstRelation(choice.rows, choice.columns),
            onSelect: () => app.matrix.choose({ way: other.id }),
          }))}
        />
        {hasRegions && <Within app={app} />}
      </div>
      <span class="matrix-bar__rule" />
      <FilterBar
        app={app}
        counts={
          answer === undefined || app.filters.values.value.status !== "all"
            ? undefined
            : { existing: answer.ties - answer.planned, planned: answer.planned }
        }
      />
      <div class="matrix-bar__end">
        <CanvasButton app={app} answer={answer} />
        <ExportMenu app={app} answer={answer} />
      </div>
    </div>
  );
}

function firstRelation(rows: EntityType, columns: EntityType): string | undefined {
  return waysBetween(rows, columns).find(({ kind }) => kind === "relation")?.id;
}

interface AxisMenuProps {
  readonly label: string;
  readonly type: EntityType;
  readonly onType: (type: EntityType) => void;
}

function AxisMenu({ label, type, onType }: AxisMenuProps) {
  return (
    <span class="matrix-bar__axis">
      <span class="matrix-bar__label">{label}</span>
      <MenuButton
        label={entityTypeName(type)}
        items={ENTITY_TYPE_NAMES.map((other) => ({
          id: other,
          label: entityTypeName(other),
          checked: other === type,
          onSelect: () => onType(other),
        }))}
      />
    </span>
  );
}

/** The region that the matrix is kept to. */
function Within({ app }: { readonly app: AppState }) {
  const words = matrixMessages.value;
  const { within } = app.matrix.choice.value;
  const lookup = useEntities(within === null ? [] : [within]);
  if (within === null) {
    return (
      <EntityPicker
        app={app}
        label={words.withinLabel}
        text={words.clearWithin}
        type="Region"
        picked={[]}
        variant="ghost"
        onPick={([id]) => app.matrix.choose({ within: id ?? null })}
      />
    );
  }
  return (
    <Chip removable label={words.clearWithin} onClick={() => app.matrix.choose({ within: null })}>
      {words.within(lookup.find(within)?.name ?? within)}
    </Chip>
  );
}

function CanvasButton({ app, answer }: { readonly app: AppState; readonly answer: MatrixAnswer | undefined }) {
  const words = matrixMessages.value;
  const [isBusy, setBusy] = useState(false);
  const count = answer?.ties ?? 0;
  const tooMany = count > TIES_ON_CANVAS;
  return (
    <Button
      variant="ghost"
      icon={canvasIcon}
      aria-disabled={count === 0 || tooMany || isBusy ? true : undefined}
      data-tip={tooMany ? words.toCanvasTooMany(count, TIES_ON_CANVAS) : undefined}
      onClick={async () => {
        if (count === 0 || tooMany || isBusy) return;
        setBusy(true);
        await putTiesOnCanvas(app, {});
        setBusy(false);
      }}
    >
      {words.toCanvas(count)}
    </Button>
  );
}
