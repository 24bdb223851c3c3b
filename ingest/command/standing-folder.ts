/** Where the person stands who typed the command: npm runs scripts in the package's root, whatever folder that was. */
export function standingFolder(env: Readonly<Record<string, string | undefined>>, script: string): string {
  const typedIn = env["npm_lifecycle_event"] === script ? env["INIT_CWD"] : undefined;
  return typedIn ?? process.cwd();
}
