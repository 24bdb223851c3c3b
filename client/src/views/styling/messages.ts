/** Texts of what size, colour and width say on the canvas. */
import { numberText, viewMessages } from "../../i18n/index.ts";

const en = (value: number) => numberText("en", value);
const zh = (value: number) => numberText("zh-CN", value);

export const stylingMessages = viewMessages({
  en: {
    title: "Styling",
    key: "What size, colour and lines mean",
    size: "Size by",
    color: "Colour by",
    width: "Line width by",
    by: {
      type: "Type",
      degree: "Relations in the graph",
      evidence: "Source sentences shown",
      same: "All the same",
      count: "Relations in the line",
    },
    widthByEvidence: "Source sentences of the line",
    properties: "Properties",
    regionLevel: "Level of a region",
    reset: "As at first",
    sizes: {
      degree: "relations 1 · 10 · 100",
      evidence: "sentences 1 · 10 · 100",
      same: "size means nothing",
    },
    span: (name: string, least: string, most: string) => `${name} ${least} – ${most}`,
    from: (from: string) => `${from} and more`,
    range: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
    between: (from: string, below: string) => `${from} to under ${below}`,
    others: "other values",
    missing: (count: number) => `not in the documents: ${en(count)}`,
    counted: (text: string, count: number) => `${text} (${en(count)})`,
    broad: "broad = many sentences",
    bySize: (what: string) => `Size: ${what}`,
  },
  zhCN: {
    title: "样式",
    key: "大小、颜色与线条的含义",
    size: "大小按",
    color: "颜色按",
    width: "线宽按",
    by: {
      type: "类型",
      degree: "图谱中的关系数",
      evidence: "所示关系的原句数",
      same: "一样大",
      count: "线中的关系数",
    },
    widthByEvidence: "线中关系的原句数",
    properties: "属性",
    regionLevel: "区域层级",
    reset: "恢复原样",
    sizes: { degree: "关系数 1 · 10 · 100", evidence: "原句数 1 · 10 · 100", same: "大小不表示数量" },
    span: (name, least, most) => `${name} ${least} – ${most}`,
    from: (from) => `${from} 及以上`,
    range: (from, to) => (from === to ? from : `${from}–${to}`),
    between: (from, below) => `${from} 至不足 ${below}`,
    others: "其他值",
    missing: (count) => `资料中没有 ${zh(count)}`,
    counted: (text, count) => `${text}（${zh(count)}）`,
    broad: "线宽为原句数",
    bySize: (what) => `大小：${what}`,
  },
});
