/** What an entity is to be called, and of which type it is to be. */
import { useState } from "preact/hooks";

import { ENTITY_TYPE_NAMES, isEntityType } from "../../../../server/contract/ontology.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, Dialog, TextField } from "../../ui/index.ts";
import { nameMessages } from "./messages.ts";
import type { Named } from "./names-view.tsx";

interface ChangeDialogProps {
  readonly app: AppState;
  readonly named: Named;
  readonly onClose: () => void;
}

export function ChangeDialog({ app, named, onClose }: ChangeDialogProps) {
  const words = nameMessages.value;
  const [name, setName] = useState(named.name);
  const [type, setType] = useState(named.type);
  const [because, setBecause] = useState("");
  const to = name.trim();
  const isRenamed = to !== "" && to !== named.name;
  const isRetyped = type !== named.type;
  const reason = because.trim() === "" ? {} : { because: because.trim() };
  const save = async () => {
    onClose();
    if (isRetyped) await app.names.decide({ decide: "type", type: named.type, name: named.name, to: type, ...reason });
    // The name is then that of the entity as it has become.
    if (isRenamed) await app.names.decide({ decide: "rename", type, name: named.name, to, ...reason });
  };
  return (
    <Dialog
      title={words.changeOf(named.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{messages.value.words.cancel}</Button>
          <Button variant="primary" disabled={!isRenamed && !isRetyped} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div class="names__change">
        <TextField label={words.newName} value={name} onValue={setName} />
        <label>
          {words.newType}
          <select
            class="select"
            value={type}
            onChange={({ currentTarget: { value } }) => isEntityType(value) && setType(value)}
          >
            {ENTITY_TYPE_NAMES.map((each) => (
              <option key={each} value={each}>
                {entityTypeName(each)}
              </option>
            ))}
          </select>
        </label>
        <TextField label={words.because} value={because} onValue={setBecause} />
      </div>
    </Dialog>
  );
}
