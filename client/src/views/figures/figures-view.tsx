/**
 * Figures over regions and years: one indicator, one unit and kind at a time,
 * as lines, bars or distances to targets, with the sentence of each value
 * below and a map of the same values beside it.
 */
import { useEffect, useState } from "preact/hooks";

import type { Document, DocumentId, EntityId } from "../../../../server/contract/index.ts";
import { toCsv } from "../../export/csv.ts";
import { saveFile } from "../../export/save-file.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { FIGURE_MODES } from "../../state/figures/figures.ts";
import { latestPoint, runsOf } from "../../state/figures/series.ts";
import type { Measure, Series } from "../../state/figures/series.ts";
import { loadedValue } from "../../state/resource.ts";
import {
  Button,
  Chip,
  MenuButton,
  MessageCard,
  Segmented,
  Skeleton,
  Tag,
  canvasIcon,
  chartIcon,
  downloadIcon,
  plusIcon,
  uploadIcon,
} from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { levelOfCode, provinceOf } from "../map/boundaries.ts";
import { mapMessages } from "../map/messages.ts";
import { RegionMap } from "../map/region-map.tsx";
import { useAreas } from "../map/use-areas.ts";
import { Failure } from "../shell/failure.tsx";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { Comparison } from "./comparison.tsx";
import { FiguresList } from "./figures-list.tsx";
import "./figures-view.css";
import { IndicatorPicker } from "./indicator-picker.tsx";
import { figuresMessages } from "./messages.ts";
import { Targets } from "./targets.tsx";
import { TrendChart, isConflict } from "./trend-chart.tsx";

export function FiguresView({ app }: { readonly app: AppState }) {
  const { figures } = app;
  const { views, imports } = messages.value;
  const words = figuresMessages.value;
  useEffect(() => figures.follow(), [figures]);

  const indicators = figures.indicators.value;
  const known = loadedValue(indicators);
  const answer = figures.answer.value;
  const failed = [indicators, answer].find((state) => state.status === "failed");
  return (
    <Region name="view" label={views.figures} class="figures-view">
      {failed?.status === "failed" && <Failure error={failed.error} onRetry={() => void figures.retry()} />}
      {failed === undefined && known === undefined && <Skeleton lines={[36, 80, 72, 64]} lineHeight={44} />}
      {known !== undefined && known.indicators.length === 0 && (
        <MessageCard
          icon={chartIcon}
          title={words.empty}
          hint={words.emptyHint}
          actions={
            <Button variant="primary" icon={uploadIcon} onClick={() => app.session.show("imports")}>
              {imports.title}
            </Button>
          }
        />
      )}
      {known !== undefined && known.indicators.length > 0 && <Chosen app={app} />}
    </Region>
  );
}

function Chosen({ app }: { readonly app: AppState }) {
  const { figures, selection } = app;
  const words = figuresMessages.value;
  const answer = loadedValue(figures.answer.value);
  const indicator = figures.indicator.value;
  const measure = figures.measure.value;
  const series = figures.series.value;
  const { mode, year } = figures.choice.value;
  const documents = new Map<DocumentId, Document>(answer?.documents.map((document) => [document.id, document]) ?? []);
  const selected = selection.entities.value;
  const select = (ids: readonly EntityId[]) => selection.selectEntities(ids);
  const undated = series.reduce((sum, one) => sum + one.undated.length, 0);

  return (
    <>
      <Toolbar app={app} />
      <div class="figures-view__body">
        <div class="figures-view__main">
          <header class="view-head">
            <h1>{indicator}</h1>
            {measure !== null && <span>{measureText(measure)}</span>}
          </header>
          {answer === undefined && <Skeleton lines={[80, 72, 64, 70]} lineHeight={60} />}
          {answer !== undefined && measure === null && (
            <MessageCard
              icon={chartIcon}
              title={words.noneInFilter}
              compact
              actions={<Button onClick={() => app.filters.reset()}>{words.clearFilters}</Button>}
            />
          )}
          {measure !== null && indicator !== null && (
            <>
              {mode === "trend" && (
                <TrendChart
                  label={words.chart(indicator)}
                  series={series}
                  measure={measure}
                  selected={selected}
                  year={year}
                  onSelect={select}
                  onYear={(next) => figures.choose({ year: next })}
                />
              )}
              {mode === "compare" && (
                <Comparison
                  label={words.bars(indicator)}
                  series={series}
                  measure={measure}
                  year={year}
                  selected={selected}
                  onSelect={select}
                />
              )}
              {mode === "targets" && (
                <Targets series={series} measure={measure} selected={selected} onSelect={select} />
              )}
              <Notes series={series} undated={undated} mode={mode} />
              <FiguresList app={app} series={series} documents={documents} selected={selected} />
            </>
          )}
        </div>
        {(screen.value === "wide" || screen.value === "medium") && measure !== null && <FiguresMap app={app} />}
      </div>
    </>
  );
}

function Toolbar({ app }: { readonly app: AppState }) {
  const { figures, selection } = app;
  const words = figuresMessages.value;
  const known = loadedValue(figures.indicators.value);
  const measures = figures.measures.value;
  const measure = figures.measure.value;
  const series = figures.series.value;
  const shown = new Set(series.map(({ subject }) => subject.id));
  const others = figures.allSeries.value.filter(({ subject }) => !shown.has(subject.id));
  const chosen = series.filter(({ subject }) => selection.entities.value.has(subject.id));
  return (
    <div class="figures-view__bar" role="group" aria-label={words.indicator}>
      <IndicatorPicker
        indicators={known?.indicators ?? []}
        chosen={figures.indicator.value}
        onChoose={figures.chooseIndicator}
      />
      {measures.length > 1 && measure !== null && (
        <MenuButton
          label={measureText(measure)}
          items={measures.map((one) => ({
            id: `${one.kind} ${one.unit}`,
            label: measureText(one),
            checked: one === measure,
            onSelect: () => figures.choose({ measure: one, year: null }),
          }))}
        />
      )}
      {measures.length === 1 && measure !== null && <Tag>{measureText(measure)}</Tag>}
      <div class="figures-view__subjects" role="group" aria-label={words.subjects}>
        {series.map(({ subject }) => (
          <Chip
            key={subject.id}
            removable
            label={words.removeSubject(subject.name)}
            onClick={() => figures.removeSubject(subject.id)}
          >
            <EntityMark type={subject.type} level={subject.level} />
            {subject.name}
          </Chip>
        ))}
        <MenuButton
          label={words.addSubject}
          icon={plusIcon}
          iconOnly
          variant="ghost"
          items={
            others.length === 0
              ? [{ id: "none", label: words.noMoreSubjects, disabled: true, onSelect: () => {} }]
              : others.map(({ subject }) => ({
                  id: subject.id,
                  label: subject.name,
                  onSelect: () => figures.addSubject(subject.id),
                }))
          }
        />
      </div>
      <div class="figures-view__end">
        {chosen.length > 0 && (
          <Button
            icon={canvasIcon}
            onClick={() => {
              void app.exploration.add(chosen.map(({ subject }) => subject.id)).then(() => app.session.show("canvas"));
            }}
          >
            {words.toCanvas}
          </Button>
        )}
        <Segmented
          label={words.mode}
          segments={FIGURE_MODES.map((id) => ({ id, label: words[id] }))}
          selected={figures.choice.value.mode}
          onSelect={(mode) => figures.choose({ mode })}
        />
        <Button icon={downloadIcon} onClick={() => exportCsv(app)}>
          {words.csv}
        </Button>
      </div>
    </div>
  );
}

interface NotesProps {
  readonly series: readonly Series[];
  readonly undated: number;
  readonly mode: string;
}

/** What a chart must not leave unsaid: years that are not in the documents, values that differ, what has no year. */
function Notes({ series, undated, mode }: NotesProps) {
  const words = figuresMessages.value;
  const gaps = series.flatMap(({ subject, points }) => {
    const runs = runsOf(points);
    return runs.slice(1).map((run, index) => {
      const [from, to] = [runs[index]!.at(-1)!.year + 1, run[0]!.year - 1];
      return words.gapYears(subject.name, from === to ? String(from) : `${from}–${to}`);
    });
  });
  const conflicts = series.flatMap(({ subject, points }) =>
    points.filter(isConflict).map(({ year }) => `${words.conflict}: ${subject.name} ${year}`),
  );
  const notes = [...(mode === "trend" ? gaps : []), ...conflicts, ...(undated > 0 ? [words.undated(undated)] : [])];
  return (
    <ul class="figures-view__notes">
      <li>{words.rule}</li>
      {mode === "trend" && <li>{words.brush}</li>}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function FiguresMap({ app }: { readonly app: AppState }) {
  const { figures, selection } = app;
  const words = figuresMessages.value;
  const year = figures.choice.value.year;
  const regions = figures.allSeries.value.filter(({ subject }) => subject.code !== undefined);
  // In the province that most is told of, the level that more is told of.
  const codes = regions.map(({ subject }) => subject.code!);
  const scope = mostFrequent(codes.filter((code) => levelOfCode(code) !== "province").map(provinceOf));
  const [isCounties, setCounties] = useState<boolean | null>(null);
  const inScope = codes.filter((code) => scope !== null && provinceOf(code) === scope);
  const counties = inScope.filter((code) => levelOfCode(code) === "county").length;
  const wantsCounties = isCounties ?? counties > inScope.length - counties;
  const level = scope === null ? "province" : wantsCounties ? "county" : "city";
  const areas = useAreas(level, scope);
  const around = useAreas("province", null);
  if (regions.length === 0) return null;

  const values = new Map(
    regions.flatMap(({ subject, points }) => {
      const point = year === null ? latestPoint(points, null) : points.find((one) => one.year === year);
      return point === undefined ? [] : [[subject.code!, point.value] as const];
    }),
  );
  const byCode = new Map(regions.map(({ subject }) => [subject.code!, subject.id]));
  const chosen = new Set(
    regions.filter(({ subject }) => selection.entities.value.has(subject.id)).map(({ subject }) => subject.code!),
  );
  const ofMap = mapMessages.value;
  return (
    <aside class="figures-view__map" aria-label={words.map(figures.indicator.value ?? "")}>
      <div class="figures-view__map-bar">
        {scope !== null && (
          <Segmented
            label={ofMap.level}
            segments={[
              { id: "city", label: ofMap.city },
              { id: "county", label: ofMap.county },
            ]}
            selected={wantsCounties ? "county" : "city"}
            onSelect={(id) => setCounties(id === "county")}
          />
        )}
        <Tag>{year ?? words.newest}</Tag>
      </div>
      <RegionMap
        label={words.map(figures.indicator.value ?? "")}
        areas={areas}
        around={around}
        values={values}
        format={(value) => messages.value.counts.number(value)}
        selected={chosen}
        onPick={(code) => {
          const id = byCode.get(code);
          if (id !== undefined) selection.selectEntity(id);
        }}
      />
    </aside>
  );
}

function mostFrequent(codes: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

export function measureText({ unit, kind }: Measure): string {
  return figuresMessages.value.measureOf(unit, messages.value.observationKinds[kind]);
}

function exportCsv({ figures }: AppState): void {
  const words = figuresMessages.value;
  const { observationKinds, documents: ofDocuments } = messages.value;
  const documents = new Map(loadedValue(figures.answer.peek())?.documents.map((one) => [one.id, one]) ?? []);
  const rows = figures.series.peek().flatMap(({ subject, points, targets, undated }) =>
    [...points.flatMap((point) => point.figures), ...targets.flatMap((point) => point.figures), ...undated].map(
      ({ observation, passage, documentId }) => {
        const document = documents.get(documentId);
        return [
          subject.name,
          observation.indicator,
          observation.year,
          observation.value,
          observation.unit,
          observationKinds[observation.kind],
          passage.text,
          document?.title ?? "",
          document?.publisher ?? "",
          document?.date ?? "",
        ];
      },
    ),
  );
  const heads = [
    words.subjects,
    words.indicator,
    words.year,
    words.value,
    words.measure,
    words.kind,
    words.source,
    ofDocuments.name,
    ofDocuments.publisher,
    ofDocuments.date,
  ];
  saveFile(`${figures.indicator.peek() ?? "figures"}.csv`, toCsv([heads, ...rows]), "text/csv;charset=utf-8");
}
