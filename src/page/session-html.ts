import { shortDay } from "../base/date-words.ts";
import { html, type Markup } from "./markup.ts";
import { length } from "./length.ts";
import { largeProfile } from "./profile-html.ts";
import type { SessionModel, StepRow } from "./session-model.ts";

/** `241 W  2 × 22 min, 4 min easy after each`: the one thing to remember on the bike. */
export function figureLine({ figure, kind, card }: SessionModel): Markup {
  if (card !== undefined && figure === undefined) return html`<p class="fig"><span class="fx">${card.line}.</span></p>`;
  if (figure === undefined)
    return html`<p class="fig">
      <span class="fx"
        >${kind === "own" ? "Your own ride: as it comes." : kind === "strength" ? "Strength, beside the hours of riding." : "As you feel."}</span
      >
    </p>`;
  const { value, unit, reps, rest } = figure;
  const size = value.length > 6 ? " l" : value.length > 3 ? " m" : "";
  return html`<p class="fig">
    <b class="big${size}">${value}</b
    >${unit !== "" && html` <span class="un${unit.length > 3 && " lg"}">${unit}</span>`}
    <span class="rp"> <b>${reps}</b>${rest !== "" && html` <span>${rest}</span>`}</span>
  </p>`;
}

function stepRow({ times, isRepeated, length: time, target, words }: StepRow): Markup {
  return html`<tr class="${isRepeated && "in"}">
    <td>${times !== undefined && `${times}\u00a0×`}</td>
    <th>${time}</th>
    <td>${target}${words !== "" && html`<i>${words}</i>`}</td>
  </tr>`;
}

/** The steps: also the figures of the profile. */
const stepsTable = (steps: readonly StepRow[]): Markup | false =>
  steps.length > 0 &&
  html`<table class="sp">
    <caption>
      Steps
    </caption>
    <tbody>
      ${steps.map(stepRow)}
    </tbody>
  </table>`;

const block = (title: string, body: Markup | string | false): Markup | false =>
  body !== false &&
  body !== "" &&
  html`<h3>${title}</h3>
    ${body}`;

/** A command that can be copied; the button comes with the script. */
export const command = (text: string): Markup => html`<code class="c">${text}</code>`;

/** So many files of a session have a link each; where there are more, the last of these leads to their folder. */
const MOST_LINKS = 3;

function filesBlock({ files }: SessionModel): Markup | false {
  const [first] = files;
  if (first === undefined) return false;
  const own = files.slice(0, files.length > MOST_LINKS ? MOST_LINKS - 1 : MOST_LINKS);
  const others = files.slice(own.length).map(({ label }) => label);
  return html`<p class="fs">
    ${own.map(({ label, path }) => html`<a href="${path}" download>${label}</a> `)}
    ${others.length > 0 && html`<a href="${first.path.slice(0, first.path.lastIndexOf("/") + 1)}">${others.join(", ")}</a>`}
  </p>`;
}

const paragraph = (text: string): Markup | false => text !== "" && html`<p>${text}</p>`;

/** Everything that a session opens to. */
export function sessionDetails(session: SessionModel): Markup {
  const { steps, card, feel, fuel, why, offers, kind } = session;
  const what = kind === "event" ? "In your words" : steps.length === 0 ? "What to do" : "How it should feel";
  return html`<div class="full">
    <div class="f1">
      ${stepsTable(steps)}
      ${
        card !== undefined &&
        html`<dl class="card">
          ${card.lines.map(
            ({ label, text }) =>
              html`<dt>${label}</dt>
                <dd>${text}</dd>`,
          )}
        </dl>`
      }
    </div>
    <div class="f2">
      ${block(what, paragraph(feel))} ${block("Fuel", paragraph(fuel))}
      ${block(
        "Why",
        why.length > 0 &&
          html`<ul>
            ${why.map((text) => html`<li>${text}</li>`)}
          </ul>`,
      )}
    </div>
    <div class="f3">
      ${block("Files", filesBlock(session))}
      ${block(
        "If it does not fit",
        offers.length > 0 &&
          html`${offers.map(
            ({ words, command: text }) =>
              html`<p class="of">${words}</p>
                ${command(text)}`,
          )}`,
      )}
    </div>
  </div>`;
}

/** `Sweet spot 2 × 22, 1 h 30` with what each part of the profile is. */
function describe({ steps }: SessionModel): string {
  return steps
    .map(({ times, length: time, target }) => `${times === undefined ? "" : `${times} times `}${time} at ${target}`)
    .join(", ");
}

/** The head of the session of the day. */
export function sessionHead(session: SessionModel): Markup {
  return html`<div class="hd">
    <h3>${session.shortName}</h3>
    <span class="tm">${length(session.minutes)}</span>
  </div>`;
}

/** The profile of the session of the day. */
export const sessionProfile = (session: SessionModel, name: string, line: string): Markup | false =>
  session.profile !== undefined &&
  largeProfile({
    profile: session.profile,
    name,
    title: `${session.name}, ${shortDay(session.date)}: power over time`.replace(
      "power",
      line === "threshold" ? "effort" : "power",
    ),
    description: describe(session) || `${length(session.minutes)} at an even effort`,
    line,
  });

/** The one line of reasons below the profile: two where both are short. */
export function whyLine({ why }: SessionModel): string {
  const [first = "", second = ""] = why;
  return first.length + second.length <= 90 ? `${first} ${second}`.trim() : first;
}
