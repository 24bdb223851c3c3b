export { Loader } from "./load-document.ts";
