/** Words for riding a bicycle by own power, in the languages of the exports; marks on letters are gone. */
const RIDING = [
  /\brides?\b|cycl|\bbik(e|ing)\b|spinning|\bmtb\b|\bbmx\b|gravel|velodrom/,
  /radfahr|radfahrt|radtour|radsport|rennrad|fahrrad|mountainbike|handbike|\brad\b/,
  /fiets|\brit\b|wielren/,
  /\bvelo\b|\bvtt\b|cyclis/,
  /cicl|bici|\bbtt\b|pedal(ada|ata)|spinning/,
  /cykel|cykl|sykkel|sykling|pyoraily|pyoralenkki/,
  /kolarstwo|rower|\bkole\b|kerekpar|bringa|bisiklet/,
  /вело|ποδηλ|サイクリング|自転車|ライド|骑行|自行车|騎|單車|자전거|라이딩|사이클/,
];
/** A motor does the work, or it is no bicycle. */
const NOT_RIDING =
  /e-?(bike|mountain|mtb|fahrrad|velo|cykel|fiets)|e[- ]?bik|elektr|electr|asistee|motor|horse|pferd|\bski|wheelchair|handwheel/;

const plain = (sport: string): string =>
  sport
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/_/g, " ")
    .toLowerCase();

const known = new Map<string, boolean>();

/** True where a sport's name, in any language of the exports, means riding without a motor. */
export function isRiding(sport: string): boolean {
  const before = known.get(sport);
  if (before !== undefined) return before;
  const name = plain(sport);
  // Japanese letters carry marks of their own, which the plain form takes off.
  const answer = !NOT_RIDING.test(name) && RIDING.some((words) => words.test(name) || words.test(sport));
  if (known.size < 1000) known.set(sport, answer);
  return answer;
}
