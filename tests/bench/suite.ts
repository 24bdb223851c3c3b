/**
 * What a suite of the bench is: a module that measures and tells figures. A
 * figure is a number that means something on another machine too, so it stands
 * beside a baseline that was measured in the same run.
 */
export interface Suite {
  /** As it is called on the command line. */
  readonly name: string;
  readonly title: string;
  /** What is measured, on what, and how. Markdown. */
  readonly about: string;
  run(context: BenchContext): Promise<readonly Figure[]>;
}

export interface BenchContext {
  /** Only that everything runs, in seconds; the figures say little. */
  readonly smallest: boolean;
  /** Tells whoever waits what is being measured. */
  say(what: string): void;
}

export interface Figure {
  readonly what: string;
  readonly value: number;
  /** `ms`, `MB`, or what is counted. */
  readonly unit: string;
  readonly baseline?: Baseline;
  readonly target?: Target;
}

export interface Baseline {
  readonly name: string;
  /** In the unit of the figure. */
  readonly value: number;
}

/** Either bounds the ratio of value to baseline or, where there is none, the value itself. */
export interface Target {
  readonly atMost: number;
  /** The target in words, where the number alone does not say it. */
  readonly words?: string;
}

/** What a target bounds. */
export function measureOf({ value, baseline }: Figure): number {
  return baseline === undefined ? value : value / baseline.value;
}

/** Undefined without a target. */
export function isMet(figure: Figure): boolean | undefined {
  return figure.target === undefined ? undefined : measureOf(figure) <= figure.target.atMost;
}
