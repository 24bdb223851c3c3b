/**
 * Lines that the page brought along: header fields (发布时间, 索引号) and what
 * is not the document at all (navigation, sharing, copyright).
 */

/** Names of header fields and what each tells; null where it is of no use. */
const FIELDS: readonly (readonly [keyof PageFields | null, readonly string[]])[] = [
  ["publisher", ["发布机构", "发布单位", "发文机关", "发文单位", "公开机构", "公开单位", "制定机关", "责任部门", "公开责任部门", "发布部门", "发布者"]],
  ["source", ["信息来源", "文章来源", "来源", "稿源", "供稿", "供稿单位"]],
  ["written", ["成文日期", "成文时间", "发文日期", "发文时间", "印发日期", "生成日期", "生成时间"]],
  ["published", ["发布时间", "发布日期", "公开日期", "公开时间", "公布日期", "日期", "时间", "更新时间", "更新日期", "发表时间"]],
  ["title", ["名称", "标题", "信息名称", "文件名称"]],
  [null, ["索引号", "公开方式", "主题分类", "发文字号", "文号", "文件编号", "有效性", "公文时效", "主题词", "体裁分类", "组配分类", "服务对象分类", "信息分类", "统一编号", "登记号", "访问次数", "浏览次数", "浏览量", "阅读量", "阅读次数", "点击数", "点击量", "点击", "阅读", "浏览", "字号", "字体", "作者", "责任编辑", "编辑", "记者", "审核", "校对", "关键词", "公开范围", "公开时限", "内容分类", "状态", "效力状态", "生效日期", "实施日期", "废止日期", "语种", "所属类别"]],
]; // prettier-ignore

export interface PageFields {
  readonly publisher?: string;
  readonly source?: string;
  readonly written?: string;
  readonly published?: string;
  readonly title?: string;
}

const MEANING = new Map(FIELDS.flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)));
const NAMES = [...MEANING.keys()].sort((a, b) => b.length - a.length).join("|");
const FIELD = new RegExp(`(?:^|[ |\\[\\](]|(?<=[\\d:|]))(${NAMES})\\]?:\\|?`, "g");
const META_MAX_LENGTH = 200;

/** A line that begins with a header field, or is made of several. */
export function isMetaLine(line: string): boolean {
  if (line.length > META_MAX_LENGTH || /[。;]/.test(line)) return false;
  FIELD.lastIndex = 0;
  const first = FIELD.exec(line);
  return first !== null && first.index <= 2;
}

/** The fields of one header line. */
export function readPageFields(line: string): PageFields {
  const matches = [...line.matchAll(FIELD)];
  const fields: { -readonly [Key in keyof PageFields]: PageFields[Key] } = {};
  matches.forEach((match, i) => {
    const meaning = MEANING.get(match[1]!);
    if (meaning === null || meaning === undefined) return;
    const value = line
      .slice(match.index + match[0].length, matches[i + 1]?.index ?? line.length)
      .replace(/^[ |\]]+|[ |[\]]+$/g, "");
    if (value !== "") fields[meaning] ??= value;
  });
  return fields;
}

const BOILERPLATE: readonly RegExp[] = [
  /^[?？\s]*$/,
  /分享到|打印本页|关闭本页|关闭窗口|返回顶部|收藏本站|设为首页|加入收藏|扫一扫/,
  /^(?:上一篇|下一篇|上一条|下一条|相关(?:文章|链接|阅读|新闻|附件)|附件下载|新闻排行|图文播报|热点(?:新闻|推荐)|推荐阅读|延伸阅读|猜你喜欢|网站地图|联系我们|关于我们|首页)/,
  /^(?:当前位置|您(?:现在)?的位置|您所在的位置|所在位置|标签)[:是]?/,
  /版权所有|ICP备|公网安备|copyright|©|免责声明|违法和不良信息|未经(?:书面)?(?:允许|授权|许可)(?:不得|,)|备案号|联系邮箱|技术支持:|主办单位:|承办单位:|网站标识码/i,
  /本网(?:站)?(?:转载|登载)|侵犯(?:了)?(?:您的)?(?:版权|著作权|合法权益)|并不代表本网|仅代表作者(?:本人)?观点/,
  /^(?:字号|字体)[:[]?|^\[?(?:大|中|小)\]?(?:[ |]?\[?(?:大|中|小)\]?){1,2}$/,
];

export function isBoilerplate(line: string): boolean {
  return BOILERPLATE.some((pattern) => pattern.test(line));
}
