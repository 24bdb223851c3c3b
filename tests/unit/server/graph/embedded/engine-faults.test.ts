import { expect, test } from "vitest";

import {
  InvalidGraphError,
  isDiskFull,
  StoreFullError,
  StoreLockedError,
  StoreUnavailableError,
} from "../../../../../server/graph/index.ts";
import { toFault, toGraphError } from "../../../../../server/graph/embedded/engine-faults.ts";

// Messages as the engine gave them.
test.each([
  ["Database error: GRAFEO-X001: Internal error: database file cannot be locked for reading: /a", StoreLockedError],
  [
    "Transaction error: GRAFEO-T009: the commit could not be written to the write-ahead log and was rolled back: I/O error: No space left on device (os error 28)",
    StoreFullError,
  ],
  ["Database error: GRAFEO-X003: I/O error: File too large (os error 27)", StoreFullError],
  [
    "Database error: GRAFEO-X002: Serialization error: cannot open /a: invalid file header magic, not a Grafeo database",
    StoreUnavailableError,
  ],
  [
    "Database error: GRAFEO-V001: Invalid value: Constraint violation: UNIQUE constraint violation: property 'id'",
    InvalidGraphError,
  ],
  ["something else", StoreUnavailableError],
])("%s", (message, expected) => {
  expect(toGraphError(toFault(new Error(message)), "/a")).toBeInstanceOf(expected);
});

test("a full disk is told by what the system calls it", () => {
  for (const code of ["ENOSPC", "EDQUOT"]) expect(isDiskFull(Object.assign(new Error("x"), { code }))).toBe(true);
  for (const other of [Object.assign(new Error("x"), { code: "ENOENT" }), new Error("x"), "ENOSPC", null])
    expect(isDiskFull(other)).toBe(false);
});

test("what is told outside names no path", () => {
  for (const message of [
    "file cannot be locked",
    "No space left",
    "cannot open /srv/a: corrupt",
    "write conflict",
    "x",
  ]) {
    expect(toGraphError(toFault(new Error(message)), "/srv/a").publicMessage).not.toContain("/srv");
  }
});
