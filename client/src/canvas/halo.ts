/** The halo round what is selected, and the band under a line. */

/** Width of the band under a selected line and a hovered one, in the canvas's units. */
export const BAND = 11;
/** How far the halo of a selected node reaches beyond its shape, in pixels, before it is scaled. */
export const HALO_REACH = 12;

/** It grows with the picture, within limits: a selection must be seen from afar too. */
export function haloScale(zoom: number): number {
  return Math.min(1.5, Math.max(0.75, zoom));
}
