/** The whole graph as files for other programs, and the page that describes the API. */
import { Icon, arrowRightIcon, downloadIcon } from "../../../ui/index.ts";
import { libraryMessages } from "./messages.ts";

const FILES = [
  "graph.graphml",
  "graph.gexf",
  "graph.jsonl",
  "entities.csv",
  "relations.csv",
  "passages.csv",
  "observations.csv",
] as const;

export function WholeGraph() {
  const words = libraryMessages.value.wholeGraph;
  return (
    <section aria-labelledby="query-whole-graph">
      <h2 id="query-whole-graph">{words.title}</h2>
      <ul>
        {FILES.map((file) => (
          <li key={file} class="query-library__item">
            <a class="query-library__row" href={`/api/export/${file}`} download={file} data-tip={words.lines[file]}>
              <Icon svg={downloadIcon} size={14} />
              <span>{words.files[file]}</span>
            </a>
          </li>
        ))}
        <li class="query-library__item">
          <a class="query-library__row" href="/api/docs" target="_blank" rel="noreferrer" data-tip={words.apiLine}>
            <Icon svg={arrowRightIcon} size={14} />
            <span>{words.api}</span>
          </a>
        </li>
      </ul>
    </section>
  );
}
