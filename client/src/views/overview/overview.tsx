/**
 * The first screen: what is in the atlas, who is best connected, what was read
 * last, and the search box, which has the focus.
 */
import type { Overview as OverviewAnswer } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, Chip, MessageCard, Progress, Skeleton, fileIcon, uploadIcon } from "../../ui/index.ts";
import { SearchBox } from "../search/search-box.tsx";
import { shortName } from "../entity/entity-facts.ts";
import { Failure } from "../shell/failure.tsx";
import { Region } from "../shell/region.tsx";
import { ConnectedCard } from "./connected-card.tsx";
import { DocumentsCard } from "./documents-card.tsx";
import "./overview.css";
import { GapsCard } from "./gaps-card.tsx";
import { MatrixCard } from "./matrix-card.tsx";
import { TypesCard } from "./types-card.tsx";

export function Overview({ app }: { readonly app: AppState }) {
  const { overview: words, views } = messages.value;
  const state = app.overview.state.value;
  const answer = loadedValue(state);
  return (
    <Region name="view" label={views.overview} class="overview">
      <div class="overview__page">
        <h1 class="overview__heading">
          {words.heading.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h1>
        <div class="overview__search">
          <SearchBox app={app} isMain />
          <div class="overview__below">
            {answer !== undefined && answer.counts.entities > 0 && (
              <>
                <Suggestions app={app} answer={answer} />
                <span class="overview__summary">
                  {words.summary(answer.counts.entities, answer.counts.relations, answer.counts.documents)}
                </span>
              </>
            )}
          </div>
        </div>
        {answer === undefined ? (
          <div class="overview__whole">
            {state.status === "failed" ? (
              <Failure error={state.error} onRetry={() => void app.overview.load("overview")} />
            ) : (
              <Skeleton lines={[24, 70, 64, 72, 48, 60, 30]} lineHeight={36} />
            )}
          </div>
        ) : (
          <Content app={app} answer={answer} />
        )}
      </div>
    </Region>
  );
}

function Content({ app, answer }: { readonly app: AppState; readonly answer: OverviewAnswer }) {
  const { overview: words } = messages.value;
  const isLoading = loadedValue(app.health.state.value)?.status === "loading";
  if (answer.counts.entities === 0) {
    return (
      <div class="overview__whole card">
        {isLoading ? (
          <MessageCard
            icon={fileIcon}
            title={words.loading}
            hint={words.loadingHint}
            actions={<LoadingBar app={app} />}
          />
        ) : (
          <MessageCard
            icon={fileIcon}
            title={words.empty}
            hint={words.emptyHint}
            actions={
              <Button variant="primary" icon={uploadIcon} onClick={() => app.session.show("imports")}>
                {words.importFirst}
              </Button>
            }
          />
        )}
      </div>
    );
  }
  return (
    <>
      <TypesCard app={app} answer={answer} />
      <div class="overview__middle">
        {isLoading && (
          <div class="overview__loading card">
            <strong>{words.loading}</strong>
            <LoadingBar app={app} />
          </div>
        )}
        <MatrixCard app={app} />
        <GapsCard app={app} />
      </div>
      <div class="overview__end">
        <ConnectedCard app={app} entities={answer.universities} />
        <DocumentsCard app={app} documents={answer.recentDocuments} total={answer.counts.documents} />
      </div>
    </>
  );
}

function LoadingBar({ app }: { readonly app: AppState }) {
  const { overview: words } = messages.value;
  const counts = loadedValue(app.health.state.value)?.counts;
  return (
    <div class="overview__progress">
      <Progress label={words.loading} />
      {counts !== undefined && <span>{words.counting(counts.entities, counts.relations)}</span>}
    </div>
  );
}

/** Searches that find something here: a short name, initials, a district. */
function Suggestions({ app, answer }: { readonly app: AppState; readonly answer: OverviewAnswer }) {
  const { overview: words } = messages.value;
  const [university] = answer.universities;
  const named = [
    university === undefined ? undefined : (shortName(university.entity) ?? university.entity.name),
    ...answer.districts.slice(0, 2).map(({ entity }) => entity.name),
  ].filter((name) => name !== undefined);
  return (
    <span class="overview__try">
      {words.try}
      {named.map((name) => (
        <Chip
          key={name}
          onClick={() => {
            app.search.requestFocus();
            app.search.type(name);
          }}
        >
          {name}
        </Chip>
      ))}
    </span>
  );
}
