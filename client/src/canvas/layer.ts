/** A drawing surface of the size of the page's pixels, cleared. */
export function sizeLayer(image: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = devicePixelRatio;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = image.getContext("2d")!;
  if (image.width !== wide || image.height !== high) {
    image.width = wide;
    image.height = high;
  } else {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, wide, high);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}
