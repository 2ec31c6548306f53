import type { Item } from "./lex.ts";
import type { Match, Rule, Said } from "./sentence.ts";
import { daysOf, first, hoursOf, minutesOf } from "./values.ts";

/*
 * Days, hours and dates: when there is time, and how much of it.
 */

const DAYS = "d(?:[,&]{0,2}d){0,6}";
const DATES = "R(?:[,&]{1,2}R){0,9}";
/** At most so long, before or behind the time. */
const MOST = "(?:[,&xA]{0,3}(?:n[oM]|u)(t)|[,&xA]{0,3}(t)u)";
const rule = (source: string, says: Rule["says"]): Rule => ({ pattern: new RegExp(source, "dg"), says });
const both = (groups: Match["groups"]): readonly Item[] => groups.flat();

/** The shortest ride that is long, in minutes. */
const FEWEST_LONG = 60;

function longRide({ groups, signs }: Match): Said {
  const items = both(groups);
  const days = daysOf(items);
  const minutes = minutesOf(items.find(({ sign }) => sign === "t"));
  if (days.length > 1 || (minutes !== undefined && minutes < FEWEST_LONG)) return [];
  const [day = ""] = days;
  if (minutes === undefined) return day === "" ? [] : [["long_ride", day]];
  return [["long_ride", `${day}:${minutes}${signs.includes("m") ? "-" : ""}`]];
}

const LONG_RULES: readonly Rule[] = [
  rule(`(?<![nac])(?:(d)[xA,&]{0,2})?L[xA]?(?:(d)x?)?(?:${MOST}|[,&x]{0,2}m(t))(?![w1])`, longRide),
  rule(`(?<![nac])(?<![nac]r)(d)[xA]{0,2}L`, longRide),
  rule(`(?<![nac])L[xA]{0,2}(d)`, longRide),
  rule(`n[xe]?r[oM](t)(?![w1d])`, longRide),
  rule(`(?<![d&])r[xA]?(?:n[oM]|u)(t)(?![w1d,])`, longRide),
];

function indoor({ groups }: Match): Said {
  const items = both(groups);
  const minutes = minutesOf(items.find(({ sign }) => sign === "t"));
  return [["indoor", `${daysOf(items).join(",")}${minutes === undefined ? "" : `=${minutes}`}`]];
}

const INDOOR_RULES: readonly Rule[] = [
  rule(`(?<![nNac])(${DAYS})[xArt]{0,2}i(?:${MOST})?`, indoor),
  rule(`(?<![nNac])(?<![nNac]r)i[xAr]{0,2}(${DAYS})(?:${MOST})?`, indoor),
];

const off: Rule["says"] = ({ groups }): Said =>
  both(groups)
    .filter(({ sign }) => sign === "R")
    .map(({ value }) => ["off", value] as const);

function hoursIn({ groups, signs }: Match): Said {
  const dates = both(groups).find(({ sign }) => sign === "R")?.value ?? "";
  const hours = hoursOf(both(groups).find(({ sign }) => sign === "t"));
  const isLimit = /[yuwn]/.test(signs);
  return hours === undefined || hours.includes("-") || !dates.includes("..") || !isLimit || Number(hours) > 25
    ? []
    : [["hours_in", `${dates}=${hours}`]];
}

function event({ groups: [kind, dates, hours, behind] }: Match): Said {
  const [date = ""] = first(dates)?.value.split("..") ?? [];
  const priority = first(kind, "5")?.value ?? first(behind, "5")?.value ?? "A";
  const minutes = minutesOf(first(hours));
  const type = first(kind, "E")?.value;
  return type === undefined
    ? []
    : [["event", `${date}:${type}:${priority}${minutes === undefined ? "" : `:${String(minutes / 60)}`}`]];
}

const DATE_RULES: readonly Rule[] = [
  rule(`(?<![nN])[zVc]x{0,2}(${DATES})`, off),
  rule(`(?<![nNU])(${DATES})[xA,]{0,3}[zVc]`, off),
  rule(`(?<![nNU])(R)[,xA]{0,3}y?(?:n[oM]|u)?(t)w?(?![1KLrsS])`, hoursIn),
  rule(`(?<![nNYs])y?u?(t)w?y?x{0,2}(R)`, hoursIn),
  rule(`(?<![naN])(5?[xre]{0,2}E)[xd]{0,3}(R)(?:[,&]{0,2}x{0,2}(t))?([,&]{0,2}[xD]{0,3}5)?`, event),
];

const hours = ({ groups: [most, least, time] }: Match): Said => {
  const value = hoursOf(first(time));
  if (value === undefined) return [];
  const [low = 0, high = low] = value.split("-").map(Number);
  if (low < 1.5 || high > 25) return [];
  return [["hours", least?.length === 0 || most?.length !== 0 ? value : `${value}+`]];
};

const recent: Rule["says"] = ({ groups: [time] }): Said => {
  const value = hoursOf(first(time));
  return value === undefined || value.includes("-") ? [] : [["recent_hours", value]];
};

const HOUR_RULES: readonly Rule[] = [
  rule(`h[xA]?r?x?(t)w`, recent),
  rule(`rh(t)w`, recent),
  rule(`(?<![nYscrSomhZaNKlM])(?<![YsrSch][xA,])(?:(u|n[oM])|(m))?(t)w(?![sSK])`, hours),
  rule(`(?<![nYscrSomhZaNKlt])w(?:A?y?(?:(u|n[oM])|(m)))(t)(?![sSKLr])`, hours),
];

const days: Rule["says"] = ({ groups: [items], signs }): Said => {
  const named = daysOf(items);
  return named.length > 1 || (named.length === 1 && signs.includes("y")) ? [["days", named.join(",")]] : [];
};
/** `every day except Friday`: the days that are left. */
const daysBut: Rule["says"] = ({ groups: [all, except] }): Said => {
  const out = daysOf(except);
  const left = daysOf(all).filter((day) => !out.includes(day));
  return left.length > 1 && out.every((day) => daysOf(all).includes(day)) ? [["days", left.join(",")]] : [];
};
const rest: Rule["says"] = ({ groups: [items] }): Said => [["rest_days", daysOf(items).join(",")]];

function minutes({ groups }: Match): Said {
  const most = minutesOf(both(groups).find(({ sign }) => sign === "t"));
  const named = daysOf(both(groups));
  return most === undefined || most > 720 ? [] : [["minutes", named.map((day) => `${day}=${most}`).join(",")]];
}

/** Days are those of rides only where nothing else is said of them. */
const ALONE = "(?![xe]{0,2}[ziLrsStucVKk1#Y])";
const DAY_RULES: readonly Rule[] = [
  rule(`(?<![nNac])(${DAYS})[xA]?(?:y|A)?(?:n[oM]|u)(t)(?![wKLrsR])`, minutes),
  rule(`(?<![nNac])(${DAYS})[xA]?(?:y?A|A?y)(t)u?(?![wKLrsR])`, minutes),
  rule(`(?<![nNKLrs])(?:y|n[oM]|u)(t)1?(${DAYS})(?![zrsL])`, minutes),
  rule(`(?<![naNcYi])(?:A?y?)?r?(d)[xAr,]{0,3}0(${DAYS})${ALONE}`, daysBut),
  rule(`(?<![naNcAr])(${DAYS})n(?=$|[,.])`, rest),
  rule(`(?<![naN])zx?(${DAYS})(?![rsL])`, rest),
  rule(`(?<![nNac])(${DAYS})x?z(?!R)`, rest),
  rule(`(?<![naNc])n(${DAYS})${ALONE}`, rest),
  rule(`(?<![naN])c(${DAYS})${ALONE}`, rest),
  rule(`(?<![nNac])(${DAYS})x?c(?![tKkR])`, rest),
  rule(`(?<![nNac])(${DAYS})x{0,2},z(?=$|[,.&])`, rest),
  rule(`(?<![naNcYi])(?:A?yA?|A)r?x?(${DAYS})${ALONE}`, days),
  rule(`(?<![naNcYiLrsS])(?<![iLrsS]x)(${DAYS})y(?=$|[,.&])`, days),
  rule(`(?<![naNcY])(?<=tw,?|^|,)r(${DAYS})${ALONE}`, days),
  rule(`(?<=[w_],?)(${DAYS})${ALONE}(?=$|[,.&])`, days),
];

/** In this order: what one rule takes, the next does not read again. */
export const TIME_RULES: readonly Rule[] = [...LONG_RULES, ...INDOOR_RULES, ...DATE_RULES, ...HOUR_RULES, ...DAY_RULES];

export const NUMBER_RULES: readonly Rule[] = [
  rule(`T[xA]?F[xT]?([#W])`, ({ groups: [items] }) => [["target_ftp", first(items)?.value ?? ""]]),
  rule(`(?<!T)F[xA]?([#W])`, ({ groups: [items] }) => [["ftp", first(items)?.value ?? ""]]),
  rule(`(?<!T)([W])F`, ({ groups: [items] }) => [["ftp", first(items)?.value ?? ""]]),
  rule(`(?<!T)Q[xA]?(q)`, ({ groups: [items] }) => [["weight", first(items)?.value ?? ""]]),
  rule(`(?<![Tn])(j)`, ({ groups: [items] }) => [["age", first(items)?.value ?? ""]]),
  rule(`I[xo]?(G)(?!R)`, ({ groups: [items] }) => [["comeback", `${first(items)?.value ?? ""}:break`]]),
  rule(`6x?(G)z`, ({ groups: [items] }) => [["comeback", `${first(items)?.value ?? ""}:break`]]),
  rule(`(G)P|P(G)`, ({ groups }) => [["weeks", first(both(groups))?.value ?? ""]]),
];
