/**
 * A rule finds names of one kind. Its examples are its tests: `finds` and `not`
 * list entities as `Type name`, by canonical name or alias.
 */
import type { Reading } from "./reading.ts";

export interface EntityRule {
  readonly id: string;
  readonly finds: string;
  readonly examples: readonly RuleExample[];
  readonly run: (reading: Reading) => void;
}

export interface RuleExample {
  readonly text: string;
  /** Title that the page of the document gives. */
  readonly title?: string;
  /** Region of the document: 绍兴市. */
  readonly region?: string;
  readonly finds?: readonly string[];
  readonly not?: readonly string[];
}
