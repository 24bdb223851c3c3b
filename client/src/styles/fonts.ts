/**
 * The fonts, sliced by range of characters: a browser loads only the slices
 * that a page shows, and needs no Chinese font of its own.
 */
import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/noto-sans-sc/index.css";
import "@fontsource-variable/jetbrains-mono/index.css";
