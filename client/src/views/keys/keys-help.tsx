/** The list of keys, from the catalogue of actions: what is not there has no key. */
import { ACTION_GROUPS } from "../../actions/action.ts";
import { ACTIONS } from "../../actions/catalogue.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Checkbox, Dialog, Keycap } from "../../ui/index.ts";
import { keysText } from "../shell/keys-text.ts";
import "./keys-help.css";

export function KeysHelp({ app }: { readonly app: AppState }) {
  const { keys: words, actions } = messages.value;
  return (
    <Dialog
      title={words.title}
      class="keys-help"
      onClose={() => app.session.setPanel("keys", false)}
      footer={
        <Checkbox checked={app.session.letterKeys.value} onChange={(areOn) => app.session.setLetterKeys(areOn)}>
          {words.singleLetters}
        </Checkbox>
      }
    >
      <p class="keys-help__hint">{words.hint}</p>
      <div class="keys-help__groups">
        {ACTION_GROUPS.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{words.groups[group]}</h3>
            <dl>
              {ACTIONS.filter((action) => action.group === group && action.shortcuts.length > 0).map((action) => (
                <div key={action.id} class="keys-help__row">
                  <dt>{actions[action.id]}</dt>
                  <dd>
                    {action.shortcuts.map((shortcut) => (
                      <Keycap key={shortcut} keys={keysText(shortcut)} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
