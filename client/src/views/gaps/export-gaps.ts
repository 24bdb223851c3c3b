/** The list as a table: one line a reason and sentence, so that each can be checked where it stands. */
import { readEvidence } from "../../export/read-evidence.ts";
import { saveFile } from "../../export/save-file.ts";
import { toCsv } from "../../export/csv.ts";
import type { CsvValue } from "../../export/csv.ts";
import type { GapsAnswer } from "../../../../server/contract/index.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { tracked } from "../../state/resource.ts";
import { reasonText } from "./gap-list.tsx";
import { gapsMessages } from "./messages.ts";

export async function exportGaps(app: AppState, answer: GapsAnswer): Promise<void> {
  const words = gapsMessages.value;
  const name = words.name[answer.question];
  try {
    const rows =
      answer.question === "beside-peers"
        ? [...comparisonRows(answer), [], ...(await tracked(comparisonSources(app, answer)))]
        : await tracked(gapRows(app, answer));
    saveFile(`${name}.csv`, toCsv(rows), "text/csv;charset=utf-8");
  } catch (error) {
    app.notices.fail(error);
  }
}

async function gapRows(app: AppState, answer: GapsAnswer): Promise<CsvValue[][]> {
  const { csv: words, reasons, name } = gapsMessages.value;
  const { counts } = messages.value;
  const ids = answer.items.flatMap(({ reasons: own }) => own.flatMap(({ relations }) => relations));
  const evidence = await readEvidence(app.api, [...new Set(ids)], 2);
  const head = [
    words.question,
    words.subject,
    words.about,
    words.reason,
    words.entities,
    words.sentence,
    words.document,
    words.publisher,
    words.date,
  ];
  const rows = answer.items.flatMap(({ subject, about, reasons: own }) =>
    own.flatMap((reason): CsvValue[][] => {
      const said = [reasons[reason.kind], reasonText(reason)].filter((part) => part !== "").join(counts.separator);
      const line = [
        name[answer.question],
        subject.name,
        about?.name,
        said,
        reason.entities.map((entity) => entity.name).join(counts.separator),
      ];
      const passages = new Map(
        reason.relations.flatMap((id) => evidence.get(id)?.passages ?? []).map((found) => [found.passage.id, found]),
      );
      if (passages.size === 0) return [[...line, "", "", "", reason.date]];
      return [...passages.values()].map(({ passage, document, date }) => [
        ...line,
        passage.text,
        document.title,
        document.publisher,
        date ?? document.date,
      ]);
    }),
  );
  return [head, ...rows];
}

/** Below the table: one line a measure, region and sentence. */
async function comparisonSources(app: AppState, { asked, compared, measures }: GapsAnswer): Promise<CsvValue[][]> {
  const { csv: words, ...others } = gapsMessages.value;
  const regions = [...(asked.region === null ? [] : [asked.region]), ...asked.peers];
  const ids = measures.flatMap(({ values }) => values.flatMap(({ relations }) => relations));
  const evidence = await readEvidence(app.api, [...new Set(ids)], 2);
  const rows = measures.flatMap(({ id, values }) =>
    values.flatMap(({ relations }, at) => {
      const found = relations.flatMap((own) => evidence.get(own)?.passages ?? []);
      const sentences = new Map(found.map((one) => [one.passage.id, one]));
      const region = regions.find((one) => one.id === compared[at])?.name;
      return [...sentences.values()].map(({ passage, document, date }): CsvValue[] => [
        others.measures[id],
        region,
        passage.text,
        document.title,
        document.publisher,
        date ?? document.date,
      ]);
    }),
  );
  return [
    [others.measure, entityTypeName("Region"), words.sentence, words.document, words.publisher, words.date],
    ...rows,
  ];
}

function comparisonRows({ asked, compared, measures }: GapsAnswer): CsvValue[][] {
  const words = gapsMessages.value;
  const { status, counts } = messages.value;
  const regions = [...(asked.region === null ? [] : [asked.region]), ...asked.peers];
  const name = (id: string) => regions.find((region) => region.id === id)?.name ?? id;
  return [
    [
      words.measure,
      ...compared.flatMap((id) => [
        `${name(id)} ${status.existing}`,
        `${name(id)} ${status.planned}`,
        `${name(id)} ${words.names}`,
      ]),
    ],
    ...measures.map(({ id, values }) => [
      words.measures[id],
      ...values.flatMap(({ existing, planned, entities }) => [
        existing,
        planned,
        entities.map((entity) => entity.name).join(counts.separator),
      ]),
    ]),
  ];
}
