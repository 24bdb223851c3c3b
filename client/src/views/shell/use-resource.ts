/** A resource that lives as long as the component that shows it. */
import { useEffect, useState } from "preact/hooks";

import { createResource } from "../../state/resource.ts";
import type { Resource, ResourceOptions } from "../../state/resource.ts";

export function useResource<K, T>(
  fetch: (key: K, signal: AbortSignal) => Promise<T>,
  options: ResourceOptions = {},
): Resource<K, T> {
  const [resource] = useState(() => createResource(fetch, options));
  useEffect(() => () => resource[Symbol.dispose](), [resource]);
  return resource;
}
