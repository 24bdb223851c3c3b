/** Surnames, the double ones included: a person's name begins with one. */
import surnames from "./data/surnames.json" with { type: "json" };

const DOUBLE = new Set(
  (
    "欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 轩辕 端木 百里 呼延 " +
    "澹台 申屠 濮阳 淳于 单于 太史 公冶 宗政 钟离 闻人 赫连 闾丘 鲜于"
  ).split(" "),
);

/** By character code: 1 where it is a surname or begins a double one. */
const BEGINS = new Uint8Array(65536);
for (const surname of [...surnames, ...DOUBLE]) BEGINS[surname.charCodeAt(0)] = 1;
const single = new Set(surnames);

/** Whether a name may begin at this place of a text. */
export function mayBeginSurname(text: string, begin: number): boolean {
  return BEGINS[text.charCodeAt(begin)] === 1;
}

export function isSurname(name: string): boolean {
  return single.has(name.charAt(0)) || isDoubleSurname(name);
}

/** Whether the name begins with a surname of two characters. */
export function isDoubleSurname(name: string): boolean {
  return DOUBLE.has(name.slice(0, 2));
}
