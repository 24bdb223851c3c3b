/** Texts of the card at a name of the reader. */
import { counted, numberText, viewMessages } from "../../i18n/index.ts";

const zh = (value: number) => numberText("zh-CN", value);

export const readerMessages = viewMessages({
  en: {
    noneHere: (inDocument: number) =>
      inDocument === 0
        ? "No relation of it in this document."
        : `No relation of it in this sentence; ${counted("en", inDocument, { one: "relation", other: "relations" })} in the document.`,
    more: (count: number) => `and ${counted("en", count, { one: "more", other: "more" })}`,
  },
  zhCN: {
    noneHere: (inDocument) =>
      inDocument === 0 ? "本文没有写明它的关系。" : `这句没有写明它的关系；本文共有 ${zh(inDocument)} 条。`,
    more: (count) => `还有 ${zh(count)} 条`,
  },
});
