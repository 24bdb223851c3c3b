/** Texts of the map. */
import { viewMessages } from "../../i18n/index.ts";

export const mapMessages = viewMessages({
  en: {
    nothing: "not in the documents",
    level: "Level",
    province: "Provinces",
    city: "Cities",
    county: "Counties",
  },
  zhCN: { nothing: "资料中没有", level: "层级", province: "省", city: "市", county: "区县" },
});
