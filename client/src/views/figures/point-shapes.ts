/** A sign for the points of each line, so that lines are told apart without their colours. */
import { symbol, symbolCircle, symbolCross, symbolSquare, symbolStar, symbolTriangle, symbolWye } from "d3-shape";

const SIGNS = [symbolCircle, symbolSquare, symbolTriangle, symbolCross, symbolStar, symbolWye];
const AREA = 52;

export function pointPath(line: number): string {
  return symbol(SIGNS[line % SIGNS.length], AREA)() ?? "";
}
