/** Names the query that is open and keeps it, as it is or as a form for planners. */
import { useState } from "preact/hooks";

import type { AppState } from "../../../state/app-state.ts";
import { EMPTY_ENTRY } from "../../../state/query-parameters.ts";
import { loadedValue } from "../../../state/resource.ts";
import { titleOf } from "../../../cypher/cypher-text.ts";
import { Button, Checkbox, Dialog, TextField } from "../../../ui/index.ts";
import { libraryMessages } from "./messages.ts";

export interface SaveDialogProps {
  readonly app: AppState;
  readonly onClose: () => void;
}

export function SaveDialog({ app, onClose }: SaveDialogProps) {
  const words = libraryMessages.value;
  const tab = app.query.current.value;
  const former = loadedValue(app.queryLibrary.saved.value)?.queries.find(({ id }) => id === tab.savedId.value);
  const [name, setName] = useState(former?.name ?? tab.name.value ?? titleOf(tab.text.value).slice(0, 60));
  const [description, setDescription] = useState(former?.description ?? "");
  const [tags, setTags] = useState(former?.tags.join(", ") ?? "");
  const [isForm, setForm] = useState(former?.isForm ?? false);
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(former?.parameters.map((parameter) => [parameter.name, parameter.label]) ?? []),
  );
  const [fault, setFault] = useState<string>();
  const parameters = tab.parameters.value;

  const save = async (id: string | null) => {
    if (name.trim() === "") {
      setFault(words.nameNeeded);
      return;
    }
    try {
      const saved = await app.queryLibrary.save(
        {
          name: name.trim(),
          description,
          tags: tags
            .split(/[,，、]/)
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ""),
          cypher: tab.text.value,
          parameters: parameters.map((parameter) => ({
            name: parameter,
            ...(tab.entries.value[parameter] ?? EMPTY_ENTRY),
            label: labels[parameter] ?? "",
          })),
          isForm: isForm && parameters.length > 0,
        },
        id,
      );
      tab.savedId.value = saved.id;
      tab.savedText.value = saved.cypher;
      tab.name.value = saved.name;
      onClose();
    } catch {
      setFault(words.notSaved);
    }
  };

  return (
    <Dialog
      title={words.saveTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          {former !== undefined && <Button onClick={() => void save(null)}>{words.saveNew}</Button>}
          <Button variant="primary" onClick={() => void save(former?.id ?? null)}>
            {words.save}
          </Button>
        </>
      }
    >
      <div class="save-query">
        <TextField
          label={words.name}
          value={name}
          onValue={setName}
          error={fault}
          onKeyDown={(event) => {
            if (event.key === "Enter") void save(former?.id ?? null);
          }}
        />
        <TextField label={words.description} value={description} onValue={setDescription} />
        <TextField label={words.tags} value={tags} onValue={setTags} />
        {parameters.length > 0 && (
          <>
            <Checkbox checked={isForm} onChange={setForm}>
              {words.asForm}
            </Checkbox>
            {isForm &&
              parameters.map((parameter) => (
                <TextField
                  key={parameter}
                  label={words.fieldLabel(parameter)}
                  value={labels[parameter] ?? ""}
                  onValue={(label) => setLabels({ ...labels, [parameter]: label })}
                />
              ))}
          </>
        )}
      </div>
    </Dialog>
  );
}
