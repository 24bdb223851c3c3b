/** Outlines as they come; none until then, and none where they cannot be had. */
import { useEffect, useState } from "preact/hooks";

import type { RollUpLevel } from "../../../../server/contract/index.ts";
import { loadAreas } from "./boundaries.ts";
import type { Area, Scope } from "./boundaries.ts";

const NONE: readonly Area[] = [];

export function useAreas(level: RollUpLevel, scope: Scope): readonly Area[] {
  const [areas, setAreas] = useState(NONE);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      try {
        const loaded = await loadAreas(level, scope);
        if (isCurrent) setAreas(loaded);
      } catch (error) {
        console.warn("The outlines could not be loaded.", error);
      }
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [level, scope]);
  return areas;
}
