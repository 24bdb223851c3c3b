export { Loader } from "./load-documents.ts";
