/**
 * The font of source texts. It comes after the first screen, which has none:
 * the list of its slices alone is 40 kB.
 */
import "@fontsource-variable/noto-serif-sc/index.css";
