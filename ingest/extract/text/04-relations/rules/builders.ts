/** Who can build a body together, in which words, and the relations that follow. */
import type { EntityIndex } from "../../../extraction.ts";
import { leadingOwners } from "../owners.ts";
import type { Reading } from "../reading.ts";
import { pairs } from "../rule.ts";
import type { Draft, Match } from "../rule.ts";

export const BODIES = "ILPZUO";
export const BUILDERS = "UICOLZPGRN";
/** Says by itself that several build. */
export const JOINTLY =
  "(?:(?:合作|联合|共同|携手|联手|签约|协议|协同|引进|深度|开展)*共建|合建|合办|合设|共设|共同打造|(?:共同|合作|联合|三方|双方|各方)出资(?:设立|组建|成立|建设)|(?:合作|联合|共同|携手|联手|协同|合力|抱团|牵手)(?:建设|组建|成立|设立|创建|打造|建立|创办|开办|举办|搭建|筹建|筹备|发起|布局|推进|构建|培育))";
/** Says so only after 联合 or with several builders. */
export const BUILDING =
  "(?:建设|建成|组建|成立|设立|创建|打造|建立|创办|开办|举办|搭建|筹建|谋划|筹划|发起|布局|推进|构建)";
export const BEFORE_BODY = "(?:了|的|起|并)?{~16}(?:{R})?";

export function* builtBy(
  reading: Reading,
  { statement, begin, end }: Match,
  bodies: readonly EntityIndex[],
  builders: readonly EntityIndex[],
): Generator<Draft> {
  const all = builders.filter((builder) => !bodies.includes(builder) && reading.entities[builder]!.type !== "Person");
  // 某大学由省政府和教育部共建: no body that several build, but a campus is.
  const built = bodies.filter(
    (body) => reading.entities[body]!.type !== "University" || leadingOwners(reading, body).length > 0,
  );
  for (const [from, to] of pairs(built, all)) yield { type: "CO_BUILT_WITH", from, to, statement, begin, end };
}
