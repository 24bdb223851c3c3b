/** Verbs that govern figures (新增…家) and verbs that tell what the counted ones do (…家企业入选…). */

/** Before what is counted. Together with adverbs they lead an indicator: 新引进共建, 累计认定. */
const GOVERNING = [
  "引进", "引育", "引入", "招引", "招收", "招聘", "聘请", "聘任", "吸引", "集聚", "汇聚", "聚集", "培育", "培养", "组建", "成立", "建设(?!项目|用地|工程|资金|规模|面积)", "建立", "建成", "建有", "新建成", "新建", "共建",
  "创建", "打造", "搭建", "设立", "设有", "下设", "设(?![备施计置])", "开展", "举办", "承办", "主办", "召开", "组织", "参加", "参与", "实施", "推进", "推动", "促进", "促成", "完成", "实现", "取得", "获得", "获批", "获", "荣获",
  "斩获", "入选", "入围", "列入", "入库", "认定", "评定", "评选", "命名", "授予", "表彰", "新增", "净增", "增加(?!值)", "新上", "新设", "发放", "兑现", "拨付", "投入", "争取", "落实", "达成", "签订", "签署", "落地", "落户", "拥有", "现有", "共有", "已有", "形成",
  "派驻", "选派", "派出", "派遣", "邀请", "走访", "帮助", "带动", "解决", "受理", "处理", "查处", "办理", "审批", "申报", "征集", "推荐", "立项", "承担", "主持", "牵头", "发表", "出版", "制定", "制订", "修订", "主导", "布局", "支持", "资助", "扶持", "撬动", "募集",
  "攻克", "突破", "录取", "接待", "整合", "匹配", "汇集", "收集", "收到", "提供", "安排", "储备", "开工", "竣工", "投产", "输出", "吸纳", "联合(?!体|实验室|创新|中心|会)", "遴选", "筛选", "奖励", "覆盖(?![面率])", "惠及", "辐射", "链接", "会同", "盘活", "减免", "谋划", "洽谈", "对接洽谈", "研制", "开设", "开通", "托管", "参股", "控股", "收购", "并购",
  "抓好", "办好", "推出", "出台", "印发", "上线", "揭牌", "挂牌", "投运", "启用", "投放", "下达", "发行", "引导", "吸收", "清理", "整治", "淘汰", "关停", "升格", "扩建", "完工", "创办", "通车", "归集", "化解", "压减", "优化重组",
  "占(?!地)", "有(?![色机限效关])", "涵盖", "包括", "柔性引进", "全职引进", "在库", "到位",
]; // prettier-ignore
/** Verbs that as often begin a noun (研发机构, 孵化面积): they govern only right before a figure. */
const GOVERNING_BEFORE_FIGURE = [
  "投", "孵化", "转化", "入驻", "备案", "签约", "对接", "服务", "授权", "申请", "发布", "融资", "上市", "揭榜", "培训", "登记", "招商", "开发", "研发", "生产", "产出", "应用", "推广", "示范", "改造", "运营", "管理", "投资", "占地", "占", "在建", "含", "签", "聚", "建", "引", "育",
]; // prettier-ignore
const ADVERBS = [
  "先后", "最终", "成功", "首次", "首批", "分别", "分类", "共同", "积极", "大力", "持续", "不断", "进一步", "扎实", "深入", "着力", "加快", "全面", "有效", "有序", "统筹", "稳步", "精准", "主动", "切实", "努力", "集中", "累计", "合计", "总计", "共计", "一共", "又", "再(?![生制])", "还", "即将", "正在", "已经", "已", "均", "也", "共(?![享同性建])", "现(?![场代金状实行任货])", "将",
  "力争", "争取", "确保", "计划", "预计", "每年", "年均", "全年", "高标准", "高水平", "高质量", "加速", "率先", "陆续", "相继", "新(?!材|能源|型|兴|区|疆|闻|药|一代|技术|产品|质|业态|模式|城|三板|基建|品种|工艺|装备)", "了", "着", "过(?![江程境滤渡敏])", "并", "和", "、",
]; // prettier-ignore

/** What the counted ones do, behind the noun: 8家企业|入选…, 300名研究生|入驻…. */
const PREDICATES = [
  "预计", "将于", "拟于", "有望",   "入选", "入围", "入驻", "入库", "获得", "组建", "共建", "成立", "联合(?!体|实验室|创新|研[究发]|中心|会|基金|党|攻关)", "牵头", "获评", "获批", "获奖", "荣获", "斩获", "获", "进入", "跻身", "列入", "纳入", "参加", "参与", "参会", "参展", "参赛", "出席", "达成", "签订", "签约", "签署", "实现", "落户", "落地", "通过", "完成", "建有", "建立", "建成", "设有", "设立",
  "拥有", "具有", "具备", "开展", "成为", "制定", "落实", "享受", "承担", "牵头", "投产", "开工", "竣工", "上市", "挂牌", "揭牌", "被", "认定为", "评为", "赴", "深入", "来自", "来", "提供", "取得", "加入", "集聚", "汇聚", "受到", "得到", "接受", "首次", "全部", "成功", "持续", "稳步", "不断", "相继", "先后", "陆续", "已", "正在", "均",
  "对", "向", "在", "围绕", "为", "于", "孵化落地", "产业化", "精准对接", "达到", "达", "超过", "突破", "增长", "属于", "位于", "分布", "投入", "投用", "运行", "运营", "申报", "申请", "推进", "启动", "发布", "亮相", "集中", "同台", "现场", "晋级", "脱颖而出", "长期", "常年", "驻", "从事", "毕业", "就业", "创业", "担任", "领衔", "组成", "覆盖", "辐射", "服务", "惠及", "创造", "使用", "应用于", "用于", "与",
]; // prettier-ignore

/** 新(?!材) is one character long. */
const lengthOf = (word: string) => word.replace(/\(\?.*$/, "").length;
const longestFirst = (words: readonly string[]) =>
  [...new Set(words)].sort((a, b) => lengthOf(b) - lengthOf(a)).join("|");
const LEADING = new RegExp(`^(?:(?:${longestFirst([...GOVERNING, ...ADVERBS])})(?:\\([^()]{1,6}\\))?)+`);
const GOVERNS = new RegExp(
  `(?:${longestFirst([...GOVERNING, ...GOVERNING_BEFORE_FIGURE, ...ADVERBS])})(?:\\([^()]{1,6}\\))?了?$`,
);
const PREDICATE = new RegExp(longestFirst(PREDICATES), "g");

const LEADING_ANY = new RegExp(`^(?:${longestFirst([...GOVERNING, ...GOVERNING_BEFORE_FIGURE, ...ADVERBS])})+`);

/** As `leadingVerbs`, but with verbs that may as well begin a noun: 孵化 of 孵化企业. */
export function leadingVerbsOrNouns(text: string): string {
  return LEADING_ANY.exec(text)?.[0] ?? "";
}

/** The verbs and adverbs that `text` begins with: 新引进共建 of 新引进共建研究院. */
export function leadingVerbs(text: string): string {
  return LEADING.exec(text)?.[0] ?? "";
}

const ADVERBS_ONLY = new RegExp(`^(?:${longestFirst(ADVERBS)})*$`);

/** Whether `text` governs nothing: empty, or adverbs alone (首批, 每年). */
export function isAdverbial(text: string): boolean {
  return ADVERBS_ONLY.test(text);
}

const BEGINS_WITH_PREDICATE = new RegExp(`^(?:${longestFirst([...PREDICATES, ...ADVERBS])})`);

/** Whether words go on with what somebody does rather than with a noun. */
export function beginsWithPredicate(text: string): boolean {
  return BEGINS_WITH_PREDICATE.test(text);
}

const MAX_GOVERNING = 14;

/** Whether `text` is a verb with its adverbs and no noun, or ends with a verb whose object follows. */
export function endsWithGoverningVerb(text: string): boolean {
  return GOVERNS.test(text.slice(-MAX_GOVERNING));
}

/** Words in which a predicate's characters are none: 面对, 作为. */
const NO_PREDICATE_AFTER = /[面针校绝应核反派结配正相成行作较认转以因]$/;

/** Where in `text` the predicate begins, at least two characters behind its start; -1 where there is none. */
export function findPredicate(text: string, from = 0): number {
  PREDICATE.lastIndex = Math.max(2, from);
  for (let match = PREDICATE.exec(text); match !== null; match = PREDICATE.exec(text)) {
    const isInsideWord = match[0].length === 1 && NO_PREDICATE_AFTER.test(text.slice(0, match.index));
    if (!isInsideWord) return match.index;
    PREDICATE.lastIndex = match.index + 1;
  }
  return -1;
}
