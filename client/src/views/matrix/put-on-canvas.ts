/** Puts what some ties are made of on the canvas: both ends, and the bodies in between. */
import type { MatrixTiesPage } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { tracked } from "../../state/resource.ts";
import type { OpenCell } from "../../state/matrix/matrix.ts";

/** With more the canvas is no picture any more. */
export const TIES_ON_CANVAS = 400;

/** Of a cell, of a line, or without either of the whole matrix. */
export async function putTiesOnCanvas(app: AppState, cell: Partial<OpenCell>): Promise<void> {
  let page: MatrixTiesPage;
  try {
    const question = { ...app.matrix.question.peek(), ...toLines(cell), limit: TIES_ON_CANVAS };
    page = await tracked(app.api.matrixTies(question));
  } catch (error) {
    app.notices.fail(error);
    return;
  }
  const ids = page.ties.flatMap(({ row, column, through }) => [row, column, ...(through === null ? [] : [through])]);
  if (await app.exploration.add(ids)) app.session.show("canvas");
}

/** The parameters that name a cell. */
export function toLines({ row, column }: Partial<OpenCell>) {
  return { row: row ?? undefined, column: column ?? undefined };
}
