import { expect, test } from "vitest";

import * as icons from "../../../../client/src/ui/icons.ts";
import { iconDrawing } from "../../../../client/src/ui/icon.tsx";

test("every icon has a drawing, without a size or colour of its own", () => {
  for (const [name, svg] of Object.entries(icons)) {
    const drawing = iconDrawing(svg);
    expect(drawing, name).toMatch(/^<(path|circle|rect|line|polyline|polygon|ellipse)\b/);
    expect(drawing, name).not.toMatch(/#[0-9a-f]{3}/i);
  }
});
