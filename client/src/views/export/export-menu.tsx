/** What is in sight on the canvas, as files: pictures, tables with sources, and graphs for other programs. */
import { toCsv } from "../../export/csv.ts";
import { toCypher, toGexf, toGraphJson, toGraphMl } from "../../export/graph-files.ts";
import type { DrawnGraph } from "../../export/graph-files.ts";
import { toSvg } from "../../export/graph-svg.ts";
import { readEvidence } from "../../export/read-evidence.ts";
import { saveFile } from "../../export/save-file.ts";
import { svgToPng } from "../../export/svg-to-png.ts";
import { entityTypeName, messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { MenuButton, downloadIcon } from "../../ui/index.ts";
import { drawnGraph } from "../roll-up/drawn-graph.ts";
import { exportMessages } from "./messages.ts";

/** Pixels a unit of the canvas: sharp in print. */
const PNG_SCALE = 2;

export function ExportMenu({ app }: { readonly app: AppState }) {
  const words = exportMessages.value;
  const isEmpty = app.filters.visible.value.entities.size === 0;
  const save = (ending: string, content: BlobPart, mediaType: string) =>
    saveFile(`${words.name}.${ending}`, content, mediaType);
  const items: readonly (readonly [id: string, label: string, run: () => void | Promise<void>])[] = [
    ["png", words.png, async () => save("png", await svgToPng(svgOf(app), PNG_SCALE), "image/png")],
    ["svg", words.svg, () => save("svg", svgOf(app), "image/svg+xml")],
    ["entities", words.entities, () => save("csv", entitiesTable(drawn(app)), "text/csv;charset=utf-8")],
    ["relations", words.relations, async () => save("csv", await relationsTable(app), "text/csv;charset=utf-8")],
    ["json", words.json, () => save("json", toGraphJson(drawn(app)), "application/json")],
    ["graphml", words.graphml, () => save("graphml", toGraphMl(drawn(app)), "application/graphml+xml")],
    ["gexf", words.gexf, () => save("gexf", toGexf(drawn(app)), "application/gexf+xml")],
    ["cypher", words.cypher, () => save("cypher", toCypher(drawn(app)), "text/plain;charset=utf-8")],
  ];
  return (
    <MenuButton
      label={words.export}
      icon={downloadIcon}
      variant="ghost"
      items={items.map(([id, label, run]) => ({
        id,
        label,
        disabled: isEmpty,
        startsGroup: id === "entities" || id === "json",
        onSelect: () => void attempt(app, run),
      }))}
    />
  );
}

async function attempt(app: AppState, run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    app.notices.fail(error);
  }
}

/** What the filters leave in sight. */
function drawn(app: AppState): DrawnGraph {
  const { entities, relations } = app.filters.visible.peek();
  const { positions } = app.history.present.peek();
  return { entities: [...entities.values()], relations: [...relations.values()], positions };
}

/** The picture of the canvas: groups that are drawn as one stand for their members. */
function svgOf(app: AppState): string {
  const { entities, relations } = drawnGraph(app.rollUp.rolled.peek());
  const positions = new Map([...app.history.present.peek().positions, ...app.rollUp.positions.peek()]);
  const picture = { entities: [...entities.values()], relations: [...relations.values()], positions };
  return toSvg(picture, { type: entityTypeName, planned: messages.peek().legend.dashed });
}

function entitiesTable({ entities }: DrawnGraph): string {
  const { heads } = exportMessages.peek();
  return toCsv([
    [heads.name, heads.type, heads.aliases, heads.level, heads.code, heads.degree],
    ...entities.map(({ name, type, aliases, level, code, degree }) => [
      name,
      entityTypeName(type),
      aliases.join("；"),
      level,
      code,
      degree,
    ]),
  ]);
}

async function relationsTable(app: AppState): Promise<string> {
  const { heads } = exportMessages.peek();
  const { status: statuses } = messages.peek();
  const { entities, relations } = drawn(app);
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const newest = await readEvidence(
    app.api,
    relations.map(({ id }) => id),
    1,
  );
  return toCsv([
    [
      heads.from,
      heads.relation,
      heads.to,
      heads.status,
      heads.first,
      heads.last,
      heads.count,
      heads.sentence,
      heads.document,
      heads.publisher,
      heads.date,
    ],
    ...relations.map(({ id, type, from, to, status, firstDate, lastDate, evidenceCount }) => {
      const source = newest.get(id)?.passages[0];
      return [
        names.get(from),
        relationName(type),
        names.get(to),
        statuses[status],
        firstDate,
        lastDate,
        evidenceCount,
        source?.passage.text,
        source?.document.title,
        source?.document.publisher,
        source?.document.date,
      ];
    }),
  ]);
}
