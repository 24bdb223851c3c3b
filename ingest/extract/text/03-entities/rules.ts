/** The rules in the order in which they read a document: what closes spans first, what builds on other names later. */
import { companyBrand } from "./company-brands.ts";
import { companyBeside, companyListed, companyShort } from "./company-names.ts";
import { department, partyCommittee } from "./departments.ts";
import { programmeDesignation } from "./designations.ts";
import { headedName } from "./headed-names.ts";
import { industryList } from "./industry-lists.ts";
import { industryWord } from "./industry-words.ts";
import { industryInInstitute } from "./institute-fields.ts";
import { introducedAlias } from "./introduced-aliases.ts";
import { knownName } from "./known-names.ts";
import { localBody, zoneSought } from "./local-bodies.ts";
import { industryInName } from "./name-fields.ts";
import { personAgain, personList, personTitle } from "./persons.ts";
import { regionName, regionPointer } from "./place-names.ts";
import { programmeKnown, programmeListed, programmePlain } from "./plain-programmes.ts";
import { policyOwn, policyTitle, policyUntitled } from "./policies.ts";
import { programmePrize } from "./prizes.ts";
import { quotedList } from "./quoted-lists.ts";
import { programmeQuoted } from "./quoted-programmes.ts";
import type { EntityRule } from "./rule.ts";
import { sharedHeadRule } from "./shared-heads.ts";
import { tableCell } from "./table-cells.ts";
import { town } from "./towns.ts";
import { zoneAuthority } from "./zone-authorities.ts";

export const ENTITY_RULES: readonly EntityRule[] = [
  policyOwn,
  policyTitle,
  policyUntitled,
  quotedList,
  programmeQuoted,
  programmeListed,
  programmeKnown,
  programmePrize,
  programmeDesignation,
  programmePlain,
  knownName,
  department,
  partyCommittee,
  headedName,
  sharedHeadRule,
  localBody,
  zoneSought,
  zoneAuthority,
  introducedAlias,
  personTitle,
  personList,
  personAgain,
  tableCell,
  companyListed,
  companyBeside,
  companyBrand,
  companyShort,
  industryList,
  industryInName,
  industryInInstitute,
  industryWord,
  town,
  regionName,
  regionPointer,
];
