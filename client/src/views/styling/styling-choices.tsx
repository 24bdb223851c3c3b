/** What size, colour and line width are to say; each choice at once. */
import { useId } from "preact/hooks";

import type { AppState } from "../../state/app-state.ts";
import { PROPERTY } from "../../state/styling/look.ts";
import type { ColorBy, OfferedProperty, SizeBy, WidthBy } from "../../state/styling/look.ts";
import { byText } from "./key-words.ts";
import { stylingMessages } from "./messages.ts";
import "./styling.css";

const SIZES: readonly SizeBy[] = ["degree", "evidence", "same"];
const COLORS: readonly ColorBy[] = ["type", "degree", "evidence"];

export function StylingChoices({ app }: { readonly app: AppState }) {
  const words = stylingMessages.value;
  const { styling } = app;
  const { size, color, width } = styling.choices.value;
  const properties = styling.properties.value;
  return (
    <div class="styling">
      <Choice
        label={words.size}
        value={size}
        options={SIZES.map((by) => [by, byText(by)])}
        properties={properties.filter(({ isNumber }) => isNumber)}
        onValue={(by) => styling.choose({ size: by as SizeBy })}
      />
      <Choice
        label={words.color}
        value={color}
        options={COLORS.map((by) => [by, byText(by)])}
        properties={properties}
        onValue={(by) => styling.choose({ color: by as ColorBy })}
      />
      <Choice
        label={words.width}
        value={width}
        options={[
          ["count", words.by.count],
          ["evidence", words.widthByEvidence],
        ]}
        onValue={(by) => styling.choose({ width: by as WidthBy })}
      />
      <button type="button" class="text-button" disabled={styling.isPlain.value} onClick={() => styling.reset()}>
        {words.reset}
      </button>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [id: string, label: string])[];
  readonly properties?: readonly OfferedProperty[];
  readonly onValue: (value: string) => void;
}

function Choice({ label, value, options, properties = [], onValue }: ChoiceProps) {
  const id = useId();
  // What a link chose stays in the list, also where nothing in sight has it.
  const offered = properties.map(({ name }) => PROPERTY + name);
  const isKnown = options.some(([one]) => one === value) || offered.includes(value);
  const all = isKnown ? offered : [...offered, value];
  return (
    <div class="styling__choice">
      <label for={id}>{label}</label>
      <select id={id} class="select" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
        {all.length > 0 && (
          <optgroup label={stylingMessages.value.properties}>
            {all.map((one) => (
              <option key={one} value={one}>
                {byText(one)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </div>
  );
}
