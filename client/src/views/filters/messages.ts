/** Texts of the filters that all views share. */
import { counted, numberText, viewMessages } from "../../i18n/index.ts";

const en = (value: number) => numberText("en", value);
const zh = (value: number) => numberText("zh-CN", value);

export const filterMessages = viewMessages({
  en: {
    label: "Filters",
    years: "Years",
    yearsFrom: (year: string) => `from ${year}`,
    yearsTo: (year: string) => `to ${year}`,
    yearsSpan: (from: string, to: string) => `${from}–${to}`,
    from: "From",
    to: "To",
    anyYear: "any",
    histogram: "Relations by the year that the sentences give",
    bar: (year: string, count: number, planned: number) =>
      `${year}: ${counted("en", count, { one: "relation", other: "relations" })}, ${en(planned)} planned`,
    undated: (count: number) =>
      `${counted("en", count, { one: "relation has", other: "relations have" })} no date and no place in a span of years.`,
    noYears: "No sentence in the documents has a date.",
    fields: "Fields",
    fieldsCount: (count: number) => counted("en", count, { one: "field", other: "fields" }),
    findField: "Find a field",
    noField: (query: string) => `No field contains “${query}”.`,
    noFields: "The documents name no field.",
    fieldRule: "The sentence names the field, or an institute, laboratory, platform or company in it focuses on it.",
    bodies: (count: number) => counted("en", count, { one: "body", other: "bodies" }),
    documents: "Documents",
    documentsCount: (count: number) => counted("en", count, { one: "document", other: "documents" }),
    findDocument: "Find by title or publisher",
    noDocument: (query: string) => `No title or publisher contains “${query}”.`,
    clear: "Clear",
    clearAll: "Clear filters",
    remove: (what: string) => `Remove the filter ${what}`,
  },
  zhCN: {
    label: "筛选",
    years: "年份",
    yearsFrom: (year: string) => `${year} 年起`,
    yearsTo: (year: string) => `至 ${year} 年`,
    yearsSpan: (from: string, to: string) => `${from}–${to} 年`,
    from: "从",
    to: "到",
    anyYear: "不限",
    histogram: "各年份的关系数，年份出自原句",
    bar: (year: string, count: number, planned: number) =>
      `${year} 年：${zh(count)} 条关系，其中规划 ${zh(planned)} 条`,
    undated: (count: number) => `另有 ${zh(count)} 条关系没有日期，不计入任何年份。`,
    noYears: "资料中的原句都没有日期。",
    fields: "产业领域",
    fieldsCount: (count: number) => `${zh(count)} 个领域`,
    findField: "查找领域",
    noField: (query: string) => `没有含“${query}”的领域。`,
    noFields: "资料中没有产业领域。",
    fieldRule: "原句提到该领域，或其中的院所、实验室、平台、企业聚焦该领域。",
    bodies: (count: number) => `${zh(count)} 个机构`,
    documents: "文件",
    documentsCount: (count: number) => `${zh(count)} 份文件`,
    findDocument: "按标题或发布单位查找",
    noDocument: (query: string) => `标题和发布单位中没有“${query}”。`,
    clear: "清除",
    clearAll: "清除筛选",
    remove: (what: string) => `去掉筛选 ${what}`,
  },
});
