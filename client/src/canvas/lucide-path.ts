/** A lucide icon (24 x 24, lines only) as one path to stroke. */
export function lucidePath(svg: string): Path2D {
  const path = new Path2D();
  for (const [, tag = "", text = ""] of svg.matchAll(/<(path|circle|ellipse|rect|line|polyline|polygon)\b([^>]*)>/g)) {
    const read = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(text)?.[1] ?? "";
    const number = (name: string) => Number(read(name) || 0);
    if (tag === "path") path.addPath(new Path2D(read("d")));
    else if (tag === "rect") path.roundRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
    else if (tag === "line") {
      path.moveTo(number("x1"), number("y1"));
      path.lineTo(number("x2"), number("y2"));
    } else if (tag === "polyline" || tag === "polygon") {
      path.addPath(new Path2D(`M${read("points")}${tag === "polygon" ? "z" : ""}`));
    } else {
      const rx = number("r") || number("rx");
      const ry = number("r") || number("ry");
      path.moveTo(number("cx") + rx, number("cy"));
      path.ellipse(number("cx"), number("cy"), rx, ry, 0, 0, 2 * Math.PI);
    }
  }
  return path;
}
