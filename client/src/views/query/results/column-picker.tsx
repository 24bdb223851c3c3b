/** Which column of an answer stands for what. */
import { useId } from "preact/hooks";

export interface ColumnPickerProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** Places of the columns to choose from. */
  readonly choices: readonly number[];
  readonly value: number;
  readonly onValue: (at: number) => void;
}

export function ColumnPicker({ label, columns, choices, value, onValue }: ColumnPickerProps) {
  const id = useId();
  return (
    <span class="column-picker">
      <label for={id}>{label}</label>
      <select id={id} class="select" value={value} onChange={(event) => onValue(Number(event.currentTarget.value))}>
        {choices.map((at) => (
          <option key={at} value={at}>
            {columns[at]}
          </option>
        ))}
      </select>
    </span>
  );
}
