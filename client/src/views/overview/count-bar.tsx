/** A bar of what exists, with what is planned as a dashed frame after it. */
export interface CountBarProps {
  readonly existing: number;
  readonly planned: number;
  /** What the whole width stands for. */
  readonly most: number;
}

export function CountBar({ existing, planned, most }: CountBarProps) {
  return (
    <span class="count-bar" aria-hidden="true">
      <span class="count-bar__existing" style={{ width: `${(existing / most) * 100}%` }} />
      {planned > 0 && <span class="count-bar__planned" style={{ width: `${(planned / most) * 100}%` }} />}
    </span>
  );
}
