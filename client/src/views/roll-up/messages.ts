/** Texts of groups on the canvas. */
import { counted, numberText, viewMessages } from "../../i18n/index.ts";

const zh = (value: number) => numberText("zh-CN", value);
const entities = (count: number) => counted("en", count, { one: "entity", other: "entities" });

export const rollUpMessages = viewMessages({
  en: {
    group: "Group",
    choices: {
      none: "Each entity by itself",
      type: "By type",
      region: "By region",
      community: "By community",
    },
    named: (name: string, count: number) => `${name} (${numberText("en", count)})`,
    around: (name: string) => `Around ${name}`,
    spoken: (name: string, count: number) => `Group ${name}, ${entities(count)}`,
    openNamed: (name: string, count: number) => `Open the group ${name}: ${entities(count)}`,
    tooMany: (count: number, limit: number) =>
      `${entities(count)} are more than the ${numberText("en", limit)} that can be told apart, so they are grouped by type.`,
    drawAll: "Draw each",
    members: "Entities",
    facts: (count: number, within: number) =>
      `Group of ${entities(count)}; ${counted("en", within, { one: "relation", other: "relations" })} within`,
    open: "Open the group",
    close: "Close the group",
    closed: "This group is not on the canvas any more",
    more: (count: number) => `${numberText("en", count)} more`,
    parts: "Drawn as one line",
  },
  zhCN: {
    group: "分组",
    choices: { none: "逐个显示", type: "按类型", region: "按区域", community: "按群组" },
    named: (name, count) => `${name}（${zh(count)}）`,
    around: (name) => `${name}等`,
    spoken: (name, count) => `分组 ${name}，${zh(count)} 个实体`,
    openNamed: (name, count) => `打开分组 ${name}，${zh(count)} 个实体`,
    tooMany: (count, limit) => `共 ${zh(count)} 个实体，超过能看清的 ${zh(limit)} 个，已按类型分组。`,
    drawAll: "逐个画出",
    members: "实体",
    facts: (count, within) => `${zh(count)} 个实体的分组 · 组内 ${zh(within)} 条关系`,
    open: "打开分组",
    close: "收起分组",
    closed: "这个分组已不在画布上",
    more: (count) => `另有 ${zh(count)} 个`,
    parts: "合为一条线的关系",
  },
});
