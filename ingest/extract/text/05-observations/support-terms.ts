/** Terms of support: what a policy gives, to whom and how much at most, is a figure of nobody. */

/** 对…给予最高100万元奖励: a rule, no figure of anybody. */
export function isRuleOfSupport(words: string): boolean {
  if (!/[元%‰]/.test(words)) return false;
  if (
    /分别给予\d[\d.]*[万亿]?元(?:、\d[\d.]*[万亿]?元){1,6}[\u4e00-\u9fa5]{0,6}(?:支持|奖励|补助|补贴|资助)/.test(words)
  )
    return true;
  if (
    /给予(?:最高|不超过)?\d[\d.]*[万亿]?元(?:[至到—-]\d[\d.]*[万亿]?元)?(?:[\u4e00-\u9fa5]{0,6})(?:支持|奖励|补助|补贴|资助|奖补)/.test(
      words,
    )
  )
    return true;
  const isGiven = /(?:给予|予以|享受)[^。]{0,40}(?:奖|补|资助|支持|扶持|贴息|减免)|处以?罚款/.test(words);
  if (
    isGiven &&
    /^对|[,;:]对|凡|鼓励|按照?[^。]{0,20}(?:比例|标准|的?\d)|最高|不超过|每[家个项人名件年]|一次性/.test(words)
  )
    return true;
  return /(?:^|[,;])对[^,;]{2,40}(?:奖励|奖补|补助|补贴|资助|支持)(?:最高|不超过)?\d/.test(words);
}
