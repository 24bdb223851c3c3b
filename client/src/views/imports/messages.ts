/** Texts of a mapping that is proposed for a table. */
import { viewMessages } from "../../i18n/index.ts";

export const mappingMessages = viewMessages({
  en: {
    title: (table: string) => `What the columns of ${table} seem to mean`,
    main: "what each row is about",
    kinds: {
      aliases: "other names",
      figure: "figure",
      indicator: "indicator",
      unit: "unit",
      year: "year",
      date: "date of the row",
      status: "existing or planned",
    },
    accept: "Read the table so",
    accepted: "Sent again",
    save: "Save to correct it",
    hint: "Nothing of the table has been read yet. A saved and corrected mapping is sent together with the table.",
  },
  zhCN: {
    title: (table) => `《${table}》各列含义（推测）`,
    main: "每行所述对象",
    kinds: {
      aliases: "别名",
      figure: "数值",
      indicator: "指标名称",
      unit: "计量单位",
      year: "年份",
      date: "该行日期",
      status: "已有或规划",
    },
    accept: "按此读取表格",
    accepted: "已重新提交",
    save: "保存后修改",
    hint: "表格内容尚未读取。保存并改好的列说明，与表格一起重新导入即可。",
  },
});
