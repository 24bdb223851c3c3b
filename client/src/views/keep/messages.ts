/** Texts of views that are kept by name. */
import { viewMessages } from "../../i18n/view-messages.ts";
import { counted, numberText } from "../../i18n/format.ts";

export const keepMessages = viewMessages({
  en: {
    title: "Saved views",
    hint: "Kept on this server for everybody who uses it: what is on the canvas, where it stands, filters and view.",
    name: "Name of this view",
    nameNeeded: "Give it a name.",
    save: "Save",
    saveInPlace: (name: string) => `Save over “${name}”`,
    saveNew: "Save as a new one",
    list: "Saved views",
    none: "No view is saved yet",
    noneHint: "Name what you see now, and it is here for everybody.",
    open: (name: string) => `Open ${name}`,
    copyLink: (name: string) => `Copy the link to ${name}`,
    remove: (name: string) => `Remove ${name}`,
    confirm: (name: string) => `Remove “${name}” for everybody?`,
    removeIt: "Remove",
    keepIt: "Keep it",
    current: "open",
    facts: (entities: number, date: string) =>
      `${counted("en", entities, { one: "entity", other: "entities" })} · saved ${date}`,
  },
  zhCN: {
    title: "已存视图",
    hint: "保存在服务器上，人人可用：画布上的内容和位置、筛选、所在的视图。",
    name: "为当前视图命名",
    nameNeeded: "起一个名称。",
    save: "保存",
    saveInPlace: (name) => `更新“${name}”`,
    saveNew: "另存为新的",
    list: "已存视图",
    none: "还没有保存的视图",
    noneHint: "为现在看到的内容起个名称，大家就能在这里打开它。",
    open: (name) => `打开${name}`,
    copyLink: (name) => `复制${name}的链接`,
    remove: (name) => `删除${name}`,
    confirm: (name) => `为所有人删除“${name}”？`,
    removeIt: "删除",
    keepIt: "保留",
    current: "已打开",
    facts: (entities, date) => `${numberText("zh-CN", entities)} 个实体 · 保存于 ${date}`,
  },
});
