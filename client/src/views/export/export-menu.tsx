/** What is in sight on the canvas, as files: pictures, tables with sources, and graphs for other programs. */
import { toCsv } from "../../export/csv.ts";
import { toCypher, toGexf, toGraphJson, toGraphMl } from "../../export/graph-files.ts";
import { readEvidence } from "../../export/read-evidence.ts";
import { saveFile } from "../../export/save-file.ts";
import { svgToPng } from "../../export/svg-to-png.ts";
import { entityTypeName, messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { MenuButton, downloadIcon } from "../../ui/index.ts";
import { canvasSvg, drawnForFiles, groupsByMember } from "./drawn.ts";
import { exportMessages } from "./messages.ts";

/** Pixels a unit of the canvas: sharp in print. */
const PNG_SCALE = 2;

export function ExportMenu({ app }: { readonly app: AppState }) {
  const words = exportMessages.value;
  const isEmpty = app.filters.visible.value.entities.size === 0;
  const save = (ending: string, content: BlobPart, mediaType: string) =>
    saveFile(`${words.name}.${ending}`, content, mediaType);
  const items: readonly (readonly [id: string, label: string, run: () => void | Promise<void>])[] = [
    ["png", words.png, async () => save("png", await svgToPng(canvasSvg(app) ?? "", PNG_SCALE), "image/png")],
    ["svg", words.svg, () => save("svg", canvasSvg(app) ?? "", "image/svg+xml")],
    ["entities", words.entities, () => save("csv", entitiesTable(app), "text/csv;charset=utf-8")],
    ["relations", words.relations, async () => save("csv", await relationsTable(app), "text/csv;charset=utf-8")],
    ["json", words.json, () => save("json", toGraphJson(drawnForFiles(app)), "application/json")],
    ["graphml", words.graphml, () => save("graphml", toGraphMl(drawnForFiles(app)), "application/graphml+xml")],
    ["gexf", words.gexf, () => save("gexf", toGexf(drawnForFiles(app)), "application/gexf+xml")],
    ["cypher", words.cypher, () => save("cypher", toCypher(inSight(app)), "text/plain;charset=utf-8")],
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

/** What the filters leave in sight, in groups or not. */
function inSight(app: AppState) {
  const { entities, relations } = app.filters.visible.peek();
  return { entities: [...entities.values()], relations: [...relations.values()] };
}

/** A list has a line for each entity, and says which are drawn as one. */
function entitiesTable(app: AppState): string {
  const { heads } = exportMessages.peek();
  const groups = groupsByMember(app);
  const hasGroups = groups.size > 0;
  return toCsv([
    [heads.name, heads.type, heads.aliases, heads.level, heads.code, heads.degree, ...(hasGroups ? [heads.group] : [])],
    ...inSight(app).entities.map(({ id, name, type, aliases, level, code, degree }) => [
      name,
      entityTypeName(type),
      aliases.join("；"),
      level,
      code,
      degree,
      ...(hasGroups ? [groups.get(id)?.name] : []),
    ]),
  ]);
}

async function relationsTable(app: AppState): Promise<string> {
  const { heads } = exportMessages.peek();
  const { status: statuses } = messages.peek();
  const { entities, relations } = inSight(app);
  const groups = groupsByMember(app);
  const hasGroups = groups.size > 0;
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
      ...(hasGroups ? [heads.fromGroup, heads.toGroup] : []),
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
        ...(hasGroups ? [groups.get(from)?.name, groups.get(to)?.name] : []),
      ];
    }),
  ]);
}
