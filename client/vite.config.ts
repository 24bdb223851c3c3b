/** How the client is built: hashed assets, nothing inline (the content security policy refuses it), compressed once. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defineConfig } from "vite";
import type { Plugin } from "vite";

const COMPRESSED = /\.(js|css|html|svg|json|map)$/;
/** Below this a compressed copy saves less than a packet. */
const MIN_BYTES = 1_024;

/**
 * Opens every stylesheet with the order of layers. The first one that a page
 * loads decides it, and which one that is changes with what is split from what.
 */
function layersFirst(): Plugin {
  const order = readFileSync(join(import.meta.dirname, "src", "styles", "layers.css"), "utf8");
  const statement = /@layer [^;{]+;/.exec(order)?.[0];
  if (statement === undefined) throw new Error("src/styles/layers.css does not order the layers.");
  return {
    name: "layers-first",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "asset" && file.fileName.endsWith(".css")) file.source = `${statement}${String(file.source)}`;
      }
    },
  };
}

/** Writes `.br` and `.gz` beside each text file, for the server to send as they are. */
function precompress(): Plugin {
  let folder = "";
  return {
    name: "precompress",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        if (bytes.length < MIN_BYTES) continue;
        const parameters = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: parameters }));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/**
 * The grammar's package holds a semantic analyser of 5.6 MB that is never asked:
 * the store judges what a query means. An empty one stands in its place.
 */
function withoutSemanticAnalysis(): Plugin {
  const EMPTY = "\0empty-semantic-analysis";
  return {
    name: "without-semantic-analysis",
    enforce: "pre",
    resolveId: (source) => (source.endsWith("/semanticAnalysis.js") ? EMPTY : null),
    load: (id) =>
      id === EMPTY
        ? "export const analyzeQuery = () => ({ errors: [], notifications: [], symbolTable: [] }); export const updateSignatureResolver = () => {};"
        : null,
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [layersFirst(), precompress()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2023",
    // A font or picture as a data address would be refused, and could not be cached by itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: join(import.meta.dirname, "index.html"), docs: join(import.meta.dirname, "api-docs.html") },
      output: {
        // What changes seldom keeps its name over releases of ours.
        codeSplitting: {
          groups: [
            { name: "cytoscape", test: /node_modules\/cytoscape/ },
            { name: "preact", test: /node_modules\/(preact|@preact)/ },
          ],
        },
      },
    },
  },
  worker: { format: "es", plugins: () => [withoutSemanticAnalysis()] },
});
