/**
 * Advertising that is injected into republished pages: gambling and adult
 * phrases in the middle of a sentence. The phrase goes, the sentence stays; a
 * line that is hardly anything else goes whole.
 */
import type { CleanText } from "../text-document.ts";
import { cut } from "./edits.ts";
import type { Span } from "./edits.ts";
import { everyMatch } from "../matches.ts";

/** No document of this field uses these words: each is enough by itself. */
const TELLING = [
  "凯发", "天生赢家", "尊龙凯时", "尊龙人生", "利来国际", "利来老牌", "乐虎国际", "龙8国际", "龙8娱乐", "新葡京", "葡京娱乐", "金沙娱乐", "金沙国际",
  "永利皇宫", "永利娱乐", "威尼斯人", "申博", "百家乐", "时时彩", "六合彩", "赛车彩票", "北京赛车", "真人荷官", "彩票平台", "彩票网", "开元棋牌", "棋牌游戏",
  "博彩公司", "博彩平台", "博彩网", "体育投注", "足球投注", "投注网", "亚博", "华体会", "开云体育", "米兰体育", "九游会", "博鱼体育", "爱游戏体育",
  "半岛体育", "星空体育", "乐鱼体育", "江南体育", "火狐体育", "雷火电竞", "欧宝体育", "万博体育", "沙巴体育", "天博体育", "必赢亚洲", "人生就是博",
  "人妻(?!子|儿)", "无码(?=人妻|专区|视频|[Aa][Vv])", "[Aa][Vv]无码", "久久久", "久久精品", "成人视频", "成人电影", "成人网站", "黄色视频", "激情小说",
  "(?:国产精品|精品国产|亚洲精品|日韩精品|日韩欧美|欧美日韩)(?=久久|无码|视频|在线|一区|自拍|国产|亚洲|人妻|[Aa][Vv])", "一区二区三区", "中文字幕",
  "毛片", "三级片", "伦理片", "啪啪", "约炮",
].join("|"); // prettier-ignore

/** Everyday words that belong to such a phrase when they touch it. */
const TOUCHING = [
  "官方网站", "官方网址", "官网", "网址", "网站", "登录", "登陆", "入口", "下载", "注册", "手机版", "安卓版", "最新版", "电脑版", "客户端", "在线观看",
  "在线播放", "在线", "免费观看", "免费", "观看", "视频", "电影", "国际", "娱乐城", "娱乐", "平台", "首页", "真人", "电子", "游戏", "体育", "彩票", "棋牌", "博彩",
  "老虎机", "太阳城", "一触即发", "亚洲", "欧美", "日韩", "日本", "国产", "精品", "高清", "专区", "大全", "送彩金", "开户", "旗舰厅", "久久", "一区", "二区",
  "三区", "自拍", "[Aa][VvGg]", "[Aa][Pp][Pp]", "[Pp][Gg]",
].join("|"); // prettier-ignore

const ANY_TELLING = new RegExp(TELLING);
const LABEL = "[A-Za-z]{1,4}\\d{1,4}|\\d{1,4}[a-z]{1,3}|(?:www\\.)?[a-z\\d-]{2,20}\\.(?:com|net|cn|cc|vip|org)";
const BETWEEN = "[-_|·. ]";
/** The bounds keep the search linear. */
const PHRASE = new RegExp(
  `(?:(?:${LABEL}|${TOUCHING})${BETWEEN}?){0,6}(?:${TELLING})(?:${BETWEEN}?(?:${TELLING}|${TOUCHING}|${LABEL})){0,40}`,
  "g",
);

const MIN_SHARE_OF_LINE = 0.6;
const MAX_REST_OF_LINE = 20;

export function dropSpam(clean: CleanText): CleanText {
  const { text } = clean;
  if (!ANY_TELLING.test(text)) return clean;
  const spans: Span[] = [];
  let inLine: Span[] = [];
  let line = lineAround(text, 0);
  const endLine = () => {
    spans.push(...(isMostlySpam(line, inLine) ? [line] : inLine));
    inLine = [];
  };
  for (const { index, 0: phrase } of everyMatch(text, PHRASE)) {
    if (index >= line.end) {
      endLine();
      line = lineAround(text, index);
    }
    inLine.push({ begin: index, end: index + phrase.length });
  }
  endLine();
  return cut(clean, spans);
}

function lineAround(text: string, at: number): Span {
  const newline = text.indexOf("\n", at);
  return { begin: text.lastIndexOf("\n", at - 1) + 1, end: newline === -1 ? text.length : newline };
}

function isMostlySpam({ begin, end }: Span, phrases: readonly Span[]): boolean {
  const covered = phrases.reduce((sum, phrase) => sum + phrase.end - phrase.begin, 0);
  const rest = end - begin - covered;
  return covered > 0 && rest <= MAX_REST_OF_LINE && covered >= (end - begin) * MIN_SHARE_OF_LINE;
}
