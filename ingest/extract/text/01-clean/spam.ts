/**
 * Advertising that is injected into republished pages: gambling and adult
 * phrases in the middle of a sentence. The phrase goes, the sentence stays.
 */
import type { CleanText } from "../text-document.ts";
import { cut, spansOf } from "./edits.ts";

/** Words that no document of this field uses; each enough by itself. */
const PHRASES = [
  "凯发", "天生赢家", "一触即发", "k8凯发", "凯时", "利来国际", "亚博", "澳门新葡京", "葡京", "威尼斯人", "太阳城", "百家乐", "时时彩", "六合彩",
  "棋牌", "娱乐城", "老虎机", "真人荷官", "博彩", "体育投注", "彩票平台", "开户送", "注册送", "官网入口", "手机版下载",
  "人妻", "无码", "国产精品", "久久久", "成人视频", "黄色视频", "激情小说", "av在线", "日韩欧美", "亚洲精品", "一区二区三区",
]; // prettier-ignore

const SPAM = new RegExp(`(?:[A-Za-z]{1,4}\\d{1,4})?(?:${PHRASES.join("|")})+(?:[a-z]{1,4}\\d{1,4})?`, "g");

export function dropSpam(clean: CleanText): CleanText {
  return cut(clean, spansOf(clean.text, SPAM));
}
