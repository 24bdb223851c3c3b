/** What the head of a column says of the cells below it: 负责人 are persons, 主攻方向 fields. */
import { isPersonName } from "./person-name.ts";
import { addIndustry } from "./industry-forms.ts";
import { isFieldText } from "./industry-lists.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";

type Column = "person" | "field";

const PERSON_HEAD =
  /^(?:平台|团队|项目|机构|学术|技术|中心|实验室|研究院)?(?:负责人|带头人|主任|院长|所长|首席专家|首席科学家|领军人才)(?:姓名)?$/;
const FIELD_HEAD =
  /^(?:主要|重点|核心)?(?:研究|研发|主攻|技术|产业|所属|重点|主导|主营|专业|服务|所属技术|所属产业|研究开发|攻关)?(?:领域|方向|产业|行业)$/;
const NAME_HEAD = /名称|平台|机构|实验室|研究院|中心|园区|载体|单位|企业|公司|项目|姓名/;
/** A cell that holds nothing. */
const EMPTY = /^[-—/无空\s]*$/;

interface Cell {
  readonly begin: number;
  readonly text: string;
}

function cellsOf(text: string, begin: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let from = begin;
  for (let at = begin; at <= end; at++) {
    if (at < end && text[at] !== "|") continue;
    const raw = text.slice(from, at);
    cells.push({ begin: from + (raw.length - raw.trimStart().length), text: raw.trim() });
    from = at + 1;
  }
  return cells;
}

function columnOf(head: string): Column | undefined {
  return PERSON_HEAD.test(head) ? "person" : FIELD_HEAD.test(head) ? "field" : undefined;
}

function addCells(reading: Reading): void {
  let columns: readonly (Column | undefined)[] | undefined;
  for (const { sentence } of reading.stretches) {
    // The line between head and body of a Markdown table.
    if (/^[|\s:-]+$/.test(reading.text.slice(sentence.begin, sentence.end))) continue;
    if (sentence.block !== "row") {
      columns = undefined;
      continue;
    }
    const cells = cellsOf(reading.text, sentence.begin, sentence.end);
    const heads = cells.map(({ text }) => columnOf(text));
    if (
      heads.some((head) => head !== undefined) &&
      cells.some(({ text }) => NAME_HEAD.test(text) && text.length <= 10)
    ) {
      columns = heads;
      continue;
    }
    if (columns === undefined) continue;
    for (const [i, { begin, text }] of cells.entries()) {
      const column = columns[i];
      if (column === undefined || EMPTY.test(text) || reading.isClosed(begin)) continue;
      if (column === "person") addPersons(reading, begin, text);
      else addFields(reading, begin, text);
    }
  }
}

/** The parts of a cell between marks, each with where it begins. */
function partsOf(begin: number, text: string): Cell[] {
  const parts: Cell[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !/[、,;/和与及]/.test(text[at]!)) continue;
    if (at > from) parts.push({ begin: begin + from, text: text.slice(from, at) });
    from = at + 1;
  }
  return parts;
}

function addPersons(reading: Reading, begin: number, cell: string): void {
  for (const part of partsOf(begin, cell)) {
    const name = part.text.replace(/(?:教授|院士|研究员|博士|高工)$/, "");
    if (!isPersonName(name)) continue;
    const end = part.begin + name.length;
    reading.add({ begin: part.begin, end, type: "Person", name, aliases: [], rule: "table-cell" });
    reading.close(part.begin, end);
  }
}

function addFields(reading: Reading, begin: number, cell: string): void {
  const parts = /[、,;/]/.test(cell) ? partsOf(begin, cell) : [{ begin, text: cell }];
  for (const part of parts) {
    if (part.text.length > 12 || !isFieldText(part.text)) continue;
    const end = part.begin + part.text.length;
    if (reading.overlapping(part.begin, end, () => true) === undefined)
      addIndustry(reading, part.begin, end, "table-cell");
  }
}

export const tableCell: EntityRule = {
  id: "table-cell",
  finds: "Persons and fields in the cells below heads such as 负责人 and 主攻方向.",
  examples: [
    {
      text: "|名称|负责人|主攻方向|\n|---|---|---|\n|淮海稀土实验室|石振东|石墨烯导热膜|\n|彭城研究院|—|热带病防治、海洋资源|",
      finds: ["Person 石振东", "Industry 石墨烯导热膜", "Industry 热带病防治", "Industry 海洋资源"],
    },
    {
      text: "|名称|联系人|面积|\n|---|---|---|\n|淮海稀土实验室|石振东|两千平方米|",
      not: ["Person 石振东", "Industry 两千平方米"],
    },
  ],
  run: addCells,
};
