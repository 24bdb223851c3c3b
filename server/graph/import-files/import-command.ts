/** The command that brings import files into a database that is empty or not yet there. */
import type { TableFiles } from "./table-files.ts";

/** What follows `neo4j-admin` on the command line, for files in the folder where it is run. */
export function importArguments(
  tables: Pick<TableFiles, "files" | "hasLineBreaks">,
  database: string,
): readonly string[] {
  return [
    "database",
    "import",
    "full",
    database,
    "--overwrite-destination=true",
    "--delimiter=TAB",
    "--array-delimiter=U+001F",
    // Slower, so only where it must be.
    ...(tables.hasLineBreaks ? ["--multiline-fields=true"] : []),
    ...tables.files.map(({ isOfNodes, kind, name }) => `--${isOfNodes ? "nodes" : "relationships"}=${kind}=${name}`),
  ];
}

export function importCommand(tables: Pick<TableFiles, "files" | "hasLineBreaks">, database: string): string {
  return `#!/bin/sh
# Fills the database "${database}" of the Neo4j on this machine with the files beside this one.
# Stop the server first; what the database held is replaced. The explorer makes
# the indexes when it opens the graph for the first time.
set -eu
cd "$(dirname "$0")"
exec "\${NEO4J_ADMIN:-neo4j-admin}" ${importArguments(tables, database)
    .map((argument) => `'${argument.replaceAll("'", "'\\''")}'`)
    .join(" \\\n  ")}
`;
}
