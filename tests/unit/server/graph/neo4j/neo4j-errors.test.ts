/** A query's mistakes are told as such, and what concerns the server is not told to whoever asks. */
import neo4j from "neo4j-driver";
import { expect, test } from "vitest";

import { toQueryError } from "../../../../../server/graph/neo4j/neo4j-errors.ts";
import {
  QueryMemoryError,
  QuerySyntaxError,
  QueryTimeoutError,
  StoreAuthError,
  StoreUnavailableError,
  WriteRefusedError,
} from "../../../../../server/graph/index.ts";

const CONFIG = {
  kind: "neo4j",
  dataFolder: "/data",
  uri: "neo4j://db.internal:7687",
  user: "atlas",
  password: "secret",
  database: "neo4j",
} as const;

const told = (code: string, message: string) =>
  toQueryError(new neo4j.Neo4jError(message, code, "", ""), CONFIG, 1_000, undefined);

test.each([
  ["Neo.ClientError.Statement.ArithmeticError", "/ by zero"],
  ["Neo.ClientError.Statement.ArgumentError", "Step argument to 'range()' cannot be zero"],
  ["Neo.ClientError.Statement.ParameterMissing", "Expected parameter(s): x"],
  ["Neo.ClientError.Procedure.ProcedureCallFailed", "Failed to invoke procedure"],
  ["Neo.DatabaseError.Statement.ExecutionFailed", "Cannot handle negative start index nor negative length"],
])("%s is the query's mistake", (code, message) => {
  expect(told(code, message)).toEqual(new QuerySyntaxError(message));
});

test.each([
  'Cannot invoke "org.neo4j.values.AnyValue.map()" because "value" is null',
  "java.lang.StackOverflowError",
  "class java.lang.String cannot be cast to class scala.Option",
])("what the server says of its own code is left out: %s", (message) => {
  expect(told("Neo.DatabaseError.Statement.ExecutionFailed", message)).toEqual(
    new QuerySyntaxError("The store cannot work out what the query asks for."),
  );
});

test.each([
  ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", QueryTimeoutError],
  ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", QueryMemoryError],
  ["Neo.ClientError.Statement.AccessMode", WriteRefusedError],
  ["Neo.ClientError.Security.Unauthorized", StoreAuthError],
  ["Neo.TransientError.Transaction.DeadlockDetected", StoreUnavailableError],
  ["ServiceUnavailable", StoreUnavailableError],
] as const)("%s is a %o that names no address and no user", (code, type) => {
  const error = told(code, "at db.internal:7687") as QueryTimeoutError;
  expect(error).toBeInstanceOf(type);
  expect(error.publicMessage).not.toMatch(/db\.internal|atlas|secret/);
});
