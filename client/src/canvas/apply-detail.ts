/** Far and near as a class of the lines, changed a few hundred a frame: a restyle of all at once would be felt. */
import type { Core } from "cytoscape";

const LINES_PER_FRAME = 600;
/** With more lines than this, near by, lines are left out while the picture moves. */
const MANY_LINES = 500;

export interface DetailSwitch extends Disposable {
  set(isFar: boolean): void;
  /** New lines have come: they take the class too. */
  refresh(): void;
}

export function applyDetail(cy: Core): DetailSwitch {
  let isFar = false;
  let frame: number | undefined;

  const step = () => {
    frame = undefined;
    const wrong = cy.edges(isFar ? ":not(.far)" : ".far");
    const some = wrong.slice(0, LINES_PER_FRAME);
    cy.batch(() => {
      if (isFar) some.addClass("far");
      else some.removeClass("far");
    });
    if (wrong.length > some.length) frame = requestAnimationFrame(step);
  };
  const refresh = () => {
    hideLinesOnTheMove(cy, !isFar && cy.edges().length > MANY_LINES);
    if (frame === undefined) step();
  };
  return {
    set(far) {
      if (far === isFar) return;
      isFar = far;
      refresh();
    },
    refresh,
    [Symbol.dispose]() {
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

/**
 * An option of Cytoscape that is read at every redraw. From afar the whole
 * picture is one cached image, which moves faster with its lines than without.
 */
function hideLinesOnTheMove(cy: Core, hide: boolean): void {
  const { renderer } = cy as unknown as { renderer?: () => { hideEdgesOnViewport?: boolean } };
  if (renderer !== undefined) renderer.call(cy).hideEdgesOnViewport = hide;
}
