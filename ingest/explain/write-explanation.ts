/** An explanation as lines: `+` what was found, `-` what was left out and why. */
import type { Explanation, ExplainedSentence, Finding } from "./explain.ts";

export function writeExplanation({ origin, title, frame, sentences, rejections }: Explanation): string[] {
  return [
    `${origin}${title === null ? "" : `: ${title}`}`,
    frame.join(" · "),
    ...sentences.flatMap(writeSentence),
    ...rejections.map(({ place, message }) => `! ${place === null ? "" : `${place}: `}${message}`),
    "",
  ];
}

function writeSentence({ index, kind, context, text, found, rejected }: ExplainedSentence): string[] {
  if (kind === "boilerplate") return ["", `[${index}] ${text}`, "    - added by the page, not read"];
  const about = [kind, ...context].filter((part) => part !== "").join(", ");
  return [
    "",
    `[${index}] ${text}`,
    `    ${about}`,
    ...found.map((finding) => `    + ${writeFinding(finding)}`),
    ...rejected.map((finding) => `    - ${writeFinding(finding)}: ${finding.why}`),
  ];
}

function writeFinding({ what, rule }: Finding): string {
  return `${what}  [${rule}]`;
}
