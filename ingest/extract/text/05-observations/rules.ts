/**
 * The ways in which documents tell figures. Each rule carries sentences that it
 * reads and sentences in which it must find nothing; they run as its tests.
 *
 * A found figure is written `indicator | value unit | kind`, with the subject in
 * front where it is not the document's region.
 */
export interface RuleExample {
  readonly text: string;
  readonly finds: readonly string[];
}

export interface ObservationRule {
  readonly description: string;
  readonly examples: readonly RuleExample[];
  /** Texts in which the rule finds nothing. */
  readonly counterexamples: readonly string[];
}

export const OBSERVATION_RULES = {
  metric: {
    description: "The metric stands before the number: 高新技术企业2207家.",
    examples: [
      { text: "全市拥有国家级孵化器12家、众创空间30余家。", finds: ["国家级孵化器 | 12 家 | level", "众创空间 | 30 家 | level"] },
      { text: "技术合同成交额突破1.2万亿元。", finds: ["技术合同成交额 | 1.2 万亿元 | level"] },
      { text: "新增省科技进步奖一等奖1项、二等奖6项。", finds: ["新增省科技进步奖一等奖 | 1 项 | level", "新增省科技进步奖二等奖 | 6 项 | level"] },
      { text: "科技企业孵化器50家,其中国家级12家。", finds: ["科技企业孵化器 | 50 家 | level", "国家级科技企业孵化器 | 12 家 | level"] },
      { text: "综合科技创新指数达到78.6,增速较快。", finds: ["综合科技创新指数 | 78.6  | level"] },
    ],
    counterexamples: [
      "坚持“一二三四”工作思路,实施三大行动、六大工程。",
      "联系电话:0771-5566789,邮编530028。",
      "会议于11月18日9:30在3号楼201室召开,会期2天。",
      "对新认定的孵化器,一次性给予最高200万元奖励。",
      "研究院成立于2018年,建设期3年。",
      "开发5nm芯片和12英寸晶圆,建设G80沿线产业带。",
    ],
  },
  counted: {
    description: "What is counted stands behind the number: 300余名专家教授.",
    examples: [
      { text: "邀请300余名专家学者参会。", finds: ["邀请专家学者参会 | 300 名 | level"] },
      { text: "15家企业入选省级名单。", finds: ["企业入选省级名单 | 15 家 | level"] },
      { text: "帮助二十八家企业融资2.4亿元。", finds: ["帮助企业融资 | 28 家 | level"] },
      { text: "全市已有1个国家级、15个省级工程技术研究中心。", finds: ["国家级工程技术研究中心 | 1 个 | level", "省级工程技术研究中心 | 15 个 | level"] },
    ],
    counterexamples: ["打通研发、转化、产业化三个环节。", "第二批20强名单正在公示。", "在全国178家国家高新区中名列前茅。"],
  },
  respective: {
    description: "As many metrics, subjects or years as figures: A、B分别达1亿元和2亿元.",
    examples: [
      { text: "专利申请量与授权量分别达到7.2万件和2.7万件。", finds: ["专利申请量 | 7.2 万件 | level", "专利授权量 | 2.7 万件 | level"] },
      { text: "瞪羚企业、独角兽企业分别达36家和8家。", finds: ["瞪羚企业 | 36 家 | level", "独角兽企业 | 8 家 | level"] },
    ],
    counterexamples: ["甲镇、乙镇分别建成科技小院两个。"],
  },
  growth: {
    description: "How much the metric before it grew: 同比增长7.2%.",
    examples: [
      { text: "技术合同成交额100亿元,同比增长7.2%。", finds: ["技术合同成交额 | 7.2 % | growth"] },
      { text: "专利授权量900件,比上年下降5.6%。", finds: ["专利授权量 | -5.6 % | growth"] },
      { text: "登记技术合同35份,成交额1.46亿元,分别增长12.5%和20%。", finds: ["登记技术合同 | 12.5 % | growth", "登记技术合同成交额 | 20 % | growth"] },
      { text: "规上工业增加值同比增长近一成。", finds: ["规上工业增加值 | 10 % | growth"] },
    ],
    counterexamples: ["研发投入强度提高到3.2%。", "高新技术产业增加值461亿元。"],
  },
  rank: {
    description: "The place among others: 居全省第四位.",
    examples: [
      { text: "研发投入强度3.1%,居全省第2位。", finds: ["研发投入强度 | 2 位 | rank"] },
      { text: "技术合同成交额与专利授权量居全省第二和第四。", finds: ["技术合同成交额 | 2 位 | rank", "专利授权量 | 4 位 | rank"] },
      { text: "科技创新指数位居全省首位。", finds: ["科技创新指数 | 1 位 | rank"] },
    ],
    counterexamples: ["入选全省第四批试点。", "各项指标均居全省前三位。", "市第一人民医院获批。", "召开第十五次党代会。", "位居全省第一方阵。"],
  },
  comparison: {
    description: "How far above or below others: 高出全省平均20个百分点.",
    examples: [
      { text: "研发活动覆盖率45%,高于全省平均水平8.3个百分点。", finds: ["研发活动覆盖率高于全省平均水平 | 8.3 个百分点 | level"] },
      { text: "研发活动覆盖率比全省平均水平低3个百分点。", finds: ["研发活动覆盖率比全省平均水平低 | 3 个百分点 | level"] },
    ],
    counterexamples: ["研发投入超过200亿元。"],
  },
  share: {
    description: "What part of a whole the metric before it is: 占全省的38%.",
    examples: [{ text: "入库科技型中小企业1032家,占全省的38%。", finds: ["科技型中小企业占全省比重 | 38 % | level"] }],
    counterexamples: ["园区占地1200亩。"],
  },
  completion: {
    description: "How much of what was set the metric before it reached: 完成年度任务的124%.",
    examples: [
      { text: "新申报科技型企业96家,完成市里下达任务的116%。", finds: ["科技型企业完成市里下达任务 | 116 % | level"] },
      { text: "发明专利申请量820件,超额完成9%。", finds: ["发明专利申请量超额完成 | 9 % | level"] },
    ],
    counterexamples: ["完成技术改造投资12亿元,同比增长9%。", "超额完成全年目标任务,新增平台6家。"],
  },
  origin: {
    description: "Where a metric came from, where its year is told: 由2015年的1130家增加到2520家.",
    examples: [{ text: "高新技术企业数由2015年的1130家增加到2520家。", finds: ["高新技术企业数 | 1130 家 | level"] }],
    counterexamples: ["高新技术企业数由1130家增加到2520家。"],
  },
  attribute: {
    description: "The size of a named body behind the number: 总规模50亿元的某某基金.",
    examples: [{ text: "组建总规模50亿元的昌华科创基金。", finds: ["昌华科创基金: 总规模 | 50 亿元 | level"] }],
    counterexamples: ["推动设立10亿元的科技创新基金。"],
  },
  "table-row": {
    description: "A cell of a table whose head says its year, kind or indicator.",
    examples: [
      {
        text: "| 指标 | 单位 | 2021年 | 增长(%) | 2022年目标 |\n| --- | --- | --- | --- | --- |\n| 技术合同成交额 | 亿元 | 36.9 | 12.4 | 45 |",
        finds: ["技术合同成交额 | 36.9 亿元 | level", "技术合同成交额 | 12.4 % | growth", "技术合同成交额 | 45 亿元 | target"],
      },
    ],
    counterexamples: ["| 序号 | 平台名称 | 所在地 |\n| 1 | 昌华实验室 | 城东区 |\n| 2 | 科创中心 | 城西区 |"],
  },
} as const satisfies Readonly<Record<string, ObservationRule>>; // prettier-ignore

export type ObservationRuleId = keyof typeof OBSERVATION_RULES;
