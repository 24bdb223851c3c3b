import type { Health } from "../../contract/index.ts";
import { route } from "../route.ts";

export const getHealth = route({
  method: "get",
  path: "/health",
  operationId: "getHealth",
  summary: "Whether the server answers, which store it uses and how much it holds",
  answer: { status: 200, description: "The server is ready", schema: "Health" },
  problems: ["store_unavailable"],
  right: null,
  async handle({ services: { store, version }, signal }): Promise<Health> {
    const [overview, dataVersion] = await Promise.all([store.overview(signal), store.dataVersion(signal)]);
    return {
      status: "ok",
      version,
      store: { kind: store.kind, dataVersion },
      counts: overview.counts,
      asOf: overview.asOf,
    };
  },
});
