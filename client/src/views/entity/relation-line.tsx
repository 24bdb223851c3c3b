/** The sign of a relation type: its line with its end mark, as the canvas draws it. Dashed is planned. */
import { RELATION_TYPES } from "../../../../server/contract/ontology.ts";
import type { RelationLine as Line, RelationType } from "../../../../server/contract/ontology.ts";
import { classNames } from "../../ui/index.ts";
import "./relation-line.css";
import { typeColor } from "./type-colors.ts";

interface Look {
  readonly color: string;
  readonly width: number;
}

const LOOKS: Readonly<Record<Line, Look>> = {
  double: { color: "var(--edge)", width: 1.35 },
  heavy: { color: "var(--edge)", width: 2 },
  "hollow-diamond": { color: "var(--edge)", width: 1.2 },
  dot: { color: "var(--edge-2)", width: 1 },
  "hollow-dot": { color: "var(--edge-2)", width: 1 },
  "open-arrow": { color: typeColor("Industry"), width: 1.2 },
  "filled-arrow": { color: typeColor("Policy"), width: 1.2 },
  "hollow-arrow": { color: typeColor("Policy"), width: 1.2 },
  bar: { color: typeColor("Organization"), width: 1.2 },
  "arrow-bar": { color: typeColor("Organization"), width: 1.2 },
};

export interface RelationLineProps {
  readonly type: RelationType;
  readonly planned?: boolean;
  readonly width?: number;
  /** Drawn downwards and marked as selected, between the two entities of the inspector. */
  readonly upright?: boolean;
}

export function RelationLine({ type, planned = false, width = 26, upright = false }: RelationLineProps) {
  const { line } = RELATION_TYPES[type];
  const look = LOOKS[line];
  const end = width - 2;
  // Short signs cannot show the dashes of the canvas (7-5): half of each reads the same.
  const dash = planned ? "4 3" : undefined;
  return (
    <svg
      class={classNames("relation-line", upright && "relation-line--upright")}
      width={upright ? 14 : width}
      height={upright ? width : 14}
      viewBox={upright ? `-7 0 14 ${width}` : `0 -7 ${width} 14`}
      aria-hidden="true"
    >
      {upright && <rect class="relation-line__selected" x="-4.5" width="9" height={width} />}
      <g transform={upright ? "rotate(90)" : undefined} stroke={look.color} stroke-width={look.width} fill="none">
        {line === "double" ? (
          <path d={`M1-1.9H${width - 1}M1 1.9H${width - 1}`} stroke-dasharray={dash} />
        ) : (
          <path d={`M1 0H${stopAt(line, end)}`} stroke-dasharray={dash} />
        )}
        <EndMark line={line} at={end} color={look.color} />
      </g>
    </svg>
  );
}

/** A hollow mark lets the paper through, so the line ends before it. */
function stopAt(line: Line, end: number): number {
  if (line === "hollow-diamond") return end - 9;
  if (line === "hollow-arrow") return end - 7;
  return line === "hollow-dot" ? end - 5 : end;
}

function EndMark({ line, at, color }: { readonly line: Line; readonly at: number; readonly color: string }) {
  switch (line) {
    case "double":
    case "heavy":
      return null;
    case "hollow-diamond":
      return <path d={`M${at} 0l-4.5-3l-4.5 3l4.5 3z`} class="relation-line__paper" />;
    case "dot":
      return <circle cx={at - 2} r={2.6} fill={color} stroke="none" />;
    case "hollow-dot":
      return <circle cx={at - 2.4} r={2.5} class="relation-line__paper" />;
    case "open-arrow":
      return <path d={`M${at - 5}-3.4L${at} 0l-5 3.4`} />;
    case "filled-arrow":
      return <path d={`M${at} 0l-7-3.4v6.8z`} fill={color} />;
    case "hollow-arrow":
      return <path d={`M${at} 0l-7-3.2v6.4z`} class="relation-line__paper" />;
    case "bar":
      return <path d={`M${at}-4v8`} />;
    case "arrow-bar":
      return <path d={`M${at}-4v8M${at - 1} 0l-6-3.2v6.4z`} fill={color} />;
  }
}
