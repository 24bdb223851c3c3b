/** The dictionaries of extraction: public list. */
export type { KnownBody } from "./bodies.ts";
export { findBody, KNOWN_BODIES } from "./bodies.ts";
export type { Department } from "./government.ts";
export { departmentNames, findDepartment } from "./government.ts";
export type { HeadStrength, HeadWord } from "./heads.ts";
export { findHead, HEAD_WORDS, headOf } from "./heads.ts";
export type { Industry } from "./industries.ts";
export { findIndustry, INDUSTRIES, industryNames } from "./industries.ts";
export { PhraseTable } from "./phrases.ts";
export type { KnownProgramme } from "./programmes.ts";
export { findProgramme, PROGRAMMES, programmeNames } from "./programmes.ts";
export type { Region } from "./regions.ts";
export {
  abbreviatedRegion,
  COMPOUND_REGIONS,
  findRegions,
  isCommonWord,
  isFamousPlace,
  isWithin,
  parentRegion,
  provinceOf,
  regionByCode,
  regionOfName,
  REGIONS,
} from "./regions.ts";
export { isDoubleSurname, isSurname, mayBeginSurname } from "./surnames.ts";
export { readsAsThings } from "./terms.ts";
export type { University } from "./universities.ts";
export { findUniversity, isWeakUniversityName, UNIVERSITIES, universityNames } from "./universities.ts";
export type { WordClass } from "./words.ts";
export { listedWords, wordClass } from "./words.ts";
