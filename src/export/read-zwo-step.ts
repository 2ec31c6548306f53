import { cleanLine } from "../base/text.ts";
import { roundTo } from "../base/numbers.ts";
import { ZONE_TOPS } from "../load/zones.ts";
import type { Block, Cadence, Segment } from "../workout/segment.ts";
import { LIMITS, Refusal, type Fix } from "./read-outcome.ts";
import type { XmlElement } from "./read-xml.ts";

/** Segments of one element, and what had to be settled on the way. */
export interface ReadStep {
  readonly segments: readonly Segment[];
  readonly fixes: readonly Fix[];
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** What all-out riding without a target counts as, in fractions of FTP: a test at FTP, an effort above it (training science 1.1). */
const TEST_POWER = 1;
const MAX_EFFORT_POWER = 1.5;

/** The number of an attribute; undefined where there is none. Throws Refusal where it is no number, or one that no workout holds. */
function numberOf(element: XmlElement, name: string, most: number): number | undefined {
  const text = element.attributes.get(name.toLowerCase())?.trim();
  if (text === undefined || text === "") return undefined;
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  if (Number.isNaN(value)) throw new Refusal(`${name} "${shown}" is no number`, element.line);
  if (value < 0 || value > most) throw new Refusal(`${name} ${shown} is not between 0 and ${most}`, element.line);
  return value;
}

const powerOf = (element: XmlElement, name: string): number | undefined => {
  const value = numberOf(element, name, LIMITS.power);
  return value === undefined ? undefined : roundTo(value, 4);
};

/** Whole seconds. Throws Refusal where a step has none. */
function secondsOf(element: XmlElement, name: string): number {
  const seconds = numberOf(element, name, LIMITS.seconds);
  if (seconds === undefined) throw new Refusal(`${element.tag} has no ${name}`, element.line);
  return Math.round(seconds);
}

/** The middle of a pair of attributes, either of them alone, or the middle of a zone. */
function heldPower(
  element: XmlElement,
  names: { single: string; low: string; high: string; zone: string },
): number | undefined {
  const single = powerOf(element, names.single);
  if (single !== undefined) return single;
  const [low, high] = [powerOf(element, names.low), powerOf(element, names.high)];
  if (low !== undefined || high !== undefined) return roundTo(((low ?? high ?? 0) + (high ?? low ?? 0)) / 2, 4);
  const zone = numberOf(element, names.zone, 7);
  const top = zone === undefined ? undefined : ZONE_TOPS[zone - 1];
  return zone === undefined || top === undefined
    ? undefined
    : roundTo((top + (ZONE_TOPS[zone - 2] ?? top - 0.1)) / 2, 4);
}

function cadenceOf(element: XmlElement): Cadence | undefined {
  const single = numberOf(element, "Cadence", 1000);
  const low = numberOf(element, "CadenceLow", 1000) ?? single;
  const high = numberOf(element, "CadenceHigh", 1000) ?? single;
  if (low === undefined || high === undefined) return undefined;
  const cadence = { low: Math.round(Math.min(low, high)), high: Math.round(Math.max(low, high)) };
  return cadence.low < 20 || cadence.high > 220 ? undefined : cadence;
}

/** The texts of a step as its description, each once. */
function descriptionOf(element: XmlElement): string {
  const texts = element.children
    .filter(({ tag }) => tag.toLowerCase() === "textevent")
    .map(({ attributes }) =>
      cleanLine(attributes.get("message") ?? attributes.get("mssage") ?? "", LIMITS.segmentCharacters),
    );
  return cleanLine(Array.from(new Set(texts)).join(" "), LIMITS.segmentCharacters);
}

interface Common {
  readonly description: string;
  readonly cadence: Cadence | undefined;
}

function commonOf(element: XmlElement): Common {
  return { description: descriptionOf(element), cadence: cadenceOf(element) };
}

const held = (seconds: number, power: number): Block => ({ seconds, low: power, high: power });
const allOut = (seconds: number, power: number): Block => ({ ...held(seconds, power), effort: "max" });

const only = (segment: Segment, fixes: readonly Fix[] = []): ReadStep => ({ segments: [segment], fixes });

/** A step whose power the file leaves out is ridden free: nothing is made up for it. */
function steady(element: XmlElement): ReadStep {
  const seconds = secondsOf(element, "Duration");
  const power = heldPower(element, { single: "Power", low: "PowerLow", high: "PowerHigh", zone: "Zone" });
  if (power !== undefined) return only({ ...commonOf(element), kind: "steady", ...held(seconds, power) });
  const message = `${element.tag} has no power: read as a free ride`;
  return only({ ...commonOf(element), kind: "free", seconds }, [{ line: element.line, message }]);
}

/** PowerLow is where a ramp starts and PowerHigh where it ends. A cool-down that rises was written the other way round. */
function ramp(element: XmlElement): ReadStep {
  const seconds = secondsOf(element, "Duration");
  const single = powerOf(element, "Power");
  const [low, high] = [powerOf(element, "PowerLow"), powerOf(element, "PowerHigh")];
  const [start, end] = [low ?? single ?? high, high ?? single ?? low];
  if (start === undefined || end === undefined) return steady(element);
  const common = commonOf(element);
  const kind = element.tag.toLowerCase();
  if (kind === "cooldown" && start < end) {
    const message = "Cooldown rises: its two powers are taken the other way round";
    return only({ ...common, kind: "cooldown", seconds, low: start, high: end }, [{ line: element.line, message }]);
  }
  if (kind === "cooldown") return only({ ...common, kind: "cooldown", seconds, low: end, high: start });
  if (kind === "warmup" && start <= end) return only({ ...common, kind: "warmup", seconds, low: start, high: end });
  return only({ ...common, kind: "ramp", seconds, start, end });
}

/** Rest without a power cannot be a part of a repeat: the rounds are written out, with free riding between. */
function intervals(element: XmlElement): ReadStep {
  const given = numberOf(element, "Repeat", LIMITS.sets);
  const sets = Math.max(1, Math.round(given ?? 1));
  const fixes: Fix[] = given === sets ? [] : [{ line: element.line, message: `IntervalsT: Repeat is read as ${sets}` }];
  const onSeconds = secondsOf(element, "OnDuration");
  const offSeconds = Math.round(numberOf(element, "OffDuration", LIMITS.seconds) ?? 0);
  const on = heldPower(element, { single: "OnPower", low: "PowerOnLow", high: "PowerOnHigh", zone: "PowerOnZone" });
  const off = heldPower(element, {
    single: "OffPower",
    low: "PowerOffLow",
    high: "PowerOffHigh",
    zone: "PowerOffZone",
  });
  const common = commonOf(element);
  const isWhole = on !== undefined && onSeconds > 0 && (offSeconds === 0 || off !== undefined);
  if (isWhole) {
    const rest = offSeconds === 0 || off === undefined ? undefined : held(offSeconds, off);
    return only({ ...common, kind: "interval", sets, work: held(onSeconds, on), rest }, fixes);
  }
  fixes.push({ line: element.line, message: "IntervalsT leaves out a power or a length: its rounds are written out" });
  const part = (seconds: number, power: number | undefined): Segment[] => {
    if (seconds === 0) return [];
    return [
      power === undefined
        ? { ...common, kind: "free", seconds }
        : { ...common, kind: "steady", ...held(seconds, power) },
    ];
  };
  const round = [...part(onSeconds, on), ...part(offSeconds, off)];
  return { segments: Array.from({ length: sets }, () => round).flat(), fixes };
}

function freeRide(element: XmlElement): ReadStep {
  const seconds = secondsOf(element, "Duration");
  const common = commonOf(element);
  if (element.attributes.get("ftptest") === "1") {
    const message = "FTP test: counted at 100 % of FTP";
    return only({ ...common, kind: "steady", ...allOut(seconds, TEST_POWER) }, [{ line: element.line, message }]);
  }
  const power = powerOf(element, "Power");
  if (power !== undefined && power > 0) {
    const message = "FreeRide names a power: read as a step at that power";
    return only({ ...common, kind: "steady", ...held(seconds, power) }, [{ line: element.line, message }]);
  }
  const message = "free ride: counted at 65 % of FTP";
  return only({ ...common, kind: "free", seconds }, [{ line: element.line, message }]);
}

function maxEffort(element: XmlElement): ReadStep {
  const message = "MaxEffort: counted at 150 % of FTP";
  const block = allOut(secondsOf(element, "Duration"), MAX_EFFORT_POWER);
  return only({ ...commonOf(element), kind: "steady", ...block }, [{ line: element.line, message }]);
}

/** Every element that Zwift knows as a step; names in lower case. */
const STEPS: Readonly<Record<string, (element: XmlElement) => ReadStep>> = {
  steadystate: steady,
  solidstate: steady,
  warmup: ramp,
  ramp,
  cooldown: ramp,
  intervalst: intervals,
  freeride: freeRide,
  maxeffort: maxEffort,
};

/** What stands between steps and is none. */
const NO_STEPS = new Set(["textevent", "textnotification", "gameplayevent", "restday"]);

const MESSAGE_NO_TIME = "it lasts no time and is left out";

/** One child of a file's `workout` as segments. Throws Refusal for what is no step we know: guessing would change the ride. */
export function readZwoStep(element: XmlElement): ReadStep {
  const tag = element.tag.toLowerCase();
  const read = Object.hasOwn(STEPS, tag) ? STEPS[tag] : undefined;
  if (read === undefined) {
    if (NO_STEPS.has(tag)) return { segments: [], fixes: [] };
    throw new Refusal(`${element.tag.slice(0, 40)} is no step of a workout`, element.line);
  }
  const { segments, fixes } = read(element);
  const lasting = segments.filter((segment) => segment.kind === "interval" || segment.seconds > 0);
  if (lasting.length === segments.length) return { segments, fixes };
  return {
    segments: lasting,
    fixes: [...fixes, { line: element.line, message: `${element.tag}: ${MESSAGE_NO_TIME}` }],
  };
}
