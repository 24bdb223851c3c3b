export { App } from "./app.tsx";
export type { AppProps } from "./app.tsx";
