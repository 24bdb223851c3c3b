export { readOpinionConfig } from "./opinion-config.ts";
export type { OpinionConfig } from "./opinion-config.ts";
export { opinionName, SecondOpinion } from "./second-opinion.ts";
