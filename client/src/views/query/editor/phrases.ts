/** CodeMirror's own words in Chinese, by its English. */
export const CHINESE_PHRASES: Readonly<Record<string, string>> = {
  Find: "查找",
  Replace: "替换",
  next: "下一个",
  previous: "上一个",
  all: "全部",
  "match case": "区分大小写",
  "by word": "整词",
  regexp: "正则",
  replace: "替换",
  "replace all": "全部替换",
  close: "关闭",
  "Go to line": "到第几行",
  go: "去",
  Completions: "补全",
  Diagnostics: "提示",
  "No diagnostics": "没有提示",
};
