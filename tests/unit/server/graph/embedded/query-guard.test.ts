import { expect, test } from "vitest";

import { WriteRefusedError } from "../../../../../server/graph/index.ts";
import { refuseWritingPlan } from "../../../../../server/graph/embedded/query-guard.ts";

test("lets plans through that only read", () => {
  refuseWritingPlan('Return (n)\n  Limit (3)\n    Filter (n.name Eq "Create (x)")\n      NodeScan (n:*)\n');
  refuseWritingPlan("CallProcedure (db.labels)\n");
  refuseWritingPlan('Filter (ExistsSubquery(Expand(ExpandOp { a: "MergeOp {", input: NodeScan(NodeScanOp {}) })))\n');
});

test("refuses operators that write, load or are not known", () => {
  for (const plan of [
    "Return ()\n  Create (x:)\n",
    "Return (l)\n  LoadCsv ('/etc/passwd' AS l)\n",
    "Return (n)\n  Teleport (n)\n",
    "Filter (ExistsSubquery(CreateNode(CreateNodeOp { })))\n  NodeScan (n)\n",
    "CallProcedure (grafeo.pagerank)\n",
    "CallProcedure ()\n",
    "",
    "\n",
    "→\n",
  ]) {
    expect(() => refuseWritingPlan(plan), plan).toThrow(WriteRefusedError);
  }
});
