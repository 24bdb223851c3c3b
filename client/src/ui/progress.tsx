/** How far something is; without a value it is only known to run. */
import "./progress.css";

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value?: number | undefined;
}

export function Progress({ label, value }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(Math.max(0, Math.min(1, value)) * 100);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div
        class={percent === undefined ? "progress__bar progress__bar--unknown" : "progress__bar"}
        style={percent === undefined ? {} : { width: `${percent}%` }}
      />
    </div>
  );
}
