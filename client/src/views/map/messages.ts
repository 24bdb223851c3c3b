/** Texts of the map. */
import { counted, numberText, viewMessages } from "../../i18n/index.ts";

const zh = (value: number) => numberText("zh-CN", value);

export const mapMessages = viewMessages({
  en: {
    nothing: "not in the documents",
    level: "Level",
    province: "Provinces",
    city: "Cities",
    county: "Counties",
    measure: "Shade by",
    ties: "Ties of universities",
    bodies: (type: string) => `${type} there`,
    area: "Area",
    country: "Whole country",
    arcs: "Partnerships as bows",
    arcsLocal: (count: number) =>
      `${counted("en", count, { one: "tie stays", other: "ties stay" })} within its region and has no bow`,
    homeless: (count: number) =>
      `${counted("en", count, { one: "tie has", other: "ties have" })} no bow: where its university is, is not in the documents`,
    truncated: "Bows of the best supported ties only: there are too many for a map.",
    map: (measure: string) => `Map: ${measure}`,
    list: "Regions",
    wider: "Stated of wider regions only",
    outside: (count: number) =>
      `${counted("en", count, { one: "region lies", other: "regions lie" })} outside of this map`,
    unplaced: (count: number) =>
      `${counted("en", count, { one: "body is", other: "bodies are" })} nowhere: the documents state no place`,
    noCode: (count: number) =>
      `${counted("en", count, { one: "region has", other: "regions have" })} no code and no place on the map`,
    value: (value: string, planned: number) => (planned > 0 ? `${value}, ${numberText("en", planned)} planned` : value),
    empty: "Nothing to show on a map",
    emptyHint: "No document ties a university to a region, or the filters leave none.",
    rule: "A tie counts once, at the finest place that a document states.",
    source: "Outlines: divisions of 2023, simplified; not for publication as a map.",
  },
  zhCN: {
    nothing: "资料中没有",
    level: "层级",
    province: "省",
    city: "市",
    county: "区县",
    measure: "着色",
    ties: "高校合作数",
    bodies: (type) => `${type}数量`,
    area: "范围",
    country: "全国",
    arcs: "合作连线",
    arcsLocal: (count) => `${zh(count)} 项合作在本地之内，不画线`,
    homeless: (count) => `${zh(count)} 项合作不画线：资料中没有高校所在地`,
    truncated: "合作过多，只画依据最多的连线。",
    map: (measure) => `地图：${measure}`,
    list: "地区",
    wider: "只写到上一级的",
    outside: (count) => `另有 ${zh(count)} 个地区在图外`,
    unplaced: (count) => `${zh(count)} 个机构资料中没有所在地`,
    noCode: (count) => `${zh(count)} 个地区没有区划代码，不在图上`,
    value: (value, planned) => (planned > 0 ? `${value}，其中规划 ${zh(planned)}` : value),
    empty: "没有可以上图的内容",
    emptyHint: "资料中没有高校与地区的合作，或都被筛选条件排除。",
    rule: "一项合作只计一次，计在资料写明的最小地区。",
    source: "边界：2023 年区划，已简化，仅供示意，不可作为地图发布。",
  },
});
