import type { Session } from "neo4j-driver";

/** Closing a session ends what it runs, on the server too. Returns what takes the listener away again. */
export function closeOnAbort(session: Session, signal: AbortSignal | undefined): () => void {
  if (signal === undefined) return () => undefined;
  const close = () => void session.close();
  signal.addEventListener("abort", close, { once: true });
  return () => signal.removeEventListener("abort", close);
}
