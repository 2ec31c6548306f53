import { cleanLine, cleanText } from "../base/text.ts";
import { secondsOfSegment, type Segment } from "../workout/segment.ts";
import { checkSegments, LIMITS, Refusal, TOO_LONG, type FileWorkout, type Fix } from "./read-outcome.ts";
import { readXml, type XmlElement } from "./read-xml.ts";
import { readZwoStep } from "./read-zwo-step.ts";

const childrenOf = (element: XmlElement, tag: string): XmlElement[] =>
  element.children.filter((child) => child.tag.toLowerCase() === tag);

const textOfChild = (element: XmlElement, tag: string): string => childrenOf(element, tag)[0]?.text.trim() ?? "";

/** Runs and workouts measured in metres are no rides: their "seconds" are something else. */
function refuseOthers(root: XmlElement): void {
  if (root.tag.toLowerCase() !== "workout_file")
    throw new Refusal(`its first element is ${root.tag.slice(0, 40)}, not workout_file`, root.line);
  const [sport] = childrenOf(root, "sporttype");
  const name = sport?.text.trim().toLowerCase() ?? "";
  if (name !== "" && name !== "bike") throw new Refusal(`it is for another sport: ${name.slice(0, 20)}`, sport?.line);
  const [duration] = childrenOf(root, "durationtype");
  if (duration?.text.trim().toLowerCase() === "distance")
    throw new Refusal("its steps are measured in metres, not in time", duration.line);
}

function workoutOf(root: XmlElement): XmlElement {
  const [workout, second] = childrenOf(root, "workout");
  if (workout === undefined) throw new Refusal("it holds no workout", root.line);
  if (second !== undefined) throw new Refusal("it holds two workouts", second.line);
  return workout;
}

/** A Zwift workout file in the order of its steps. Throws Refusal. */
export function readZwo(source: string, fileName: string): { workout: FileWorkout; fixes: Fix[] } {
  const root = readXml(source);
  refuseOthers(root);
  const steps = workoutOf(root);
  const segments: Segment[] = [];
  const fixes: Fix[] = [];
  let seconds = 0;
  for (const element of steps.children) {
    const step = readZwoStep(element);
    segments.push(...step.segments);
    fixes.push(...step.fixes);
    for (const segment of step.segments) seconds += secondsOfSegment(segment);
    if (seconds > LIMITS.seconds) throw new Refusal(TOO_LONG, element.line);
  }
  if (segments.length === 0) throw new Refusal("it holds no step", steps.line);
  checkSegments(segments, seconds);
  return {
    workout: {
      format: "zwo",
      name: cleanLine(textOfChild(root, "name")) || fileName,
      description: cleanText(textOfChild(root, "description").slice(0, LIMITS.descriptionCharacters)),
      segments,
    },
    fixes,
  };
}
