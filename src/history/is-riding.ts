import { foldedWords, splitWords, wordTest } from "./plain-words.ts";

/** Words for riding a bicycle by own power, in the languages of the exports. `^` and `$` stand at the ends of a word, `+` for a blank. */
const RIDING = wordTest(`
  ^ride$ ^rides$ ^riding$ cycl ^bike$ ^bikes$ ^biking$ ^spin$ spinning ^mtb$ ^bmx$ gravel velodrom velomobil
  radfahr radfahrt radtour radsport rennrad fahrrad mountainbik handbike ^rad$ rollentraining ^rolle$ hometrainer home+trainer
  turbo+trainer indoorbik roadbik
  fiets ^rit$ wielren ^velo$ ^velos$ ^vtt$ cyclis cicl bici ^btt$ pedalad pedalat
  cykel cykl sykkel sykling pyöräily pyöräl pyoraily pyora
  kolarst kolarz ^rower ^kole$ ^kolo$ cyklist kerékpár bringa bisiklet
  kolesar bicikl bicykl ciclism dviračių dvirat jalgratas ritenbrauk riteņbrauk
  ^вело велик заезд колоезд їзда+на+велос
  ποδηλ サイクリング 自転車 ライド ロードバイク マウンテンバイク バイク スピニング グラベル
  骑行 騎行 骑车 騎車 騎乘 自行车 自行車 單車 单车 飞轮 飛輪 자전거 라이딩 사이클 라이드
  ปั่นจักรยาน จักรยาน bersepeda berbasikal basikal sepeda đạp+xe dap+xe xe+đạp
  ركوب+الدراجات دراج רכיבה אופניים
`);

/** A motor does the work, it is no bicycle, or nobody sits on one. */
const NOT_RIDING = wordTest(`
  ^e+bik ^e-bik ^ebik ^e+mountain ^e-mountain ^emountain ^e+mtb ^e-mtb ^emtb ^e+fahr ^e-fahr ^e+velo ^e-velo
  ^e+fiets ^e-fiets ^e+cyk ^e-cyk ^elcyk ^el-cyk ^elsyk ^el-syk ^e+bici ^e-bici ^e+ride$ ^e-ride$ pedelec ^vae$
  elektr electr eletr elettr eléctr асистан assist sähkö sahko электр електр ηλεκτρ 電動 电动 전기 電動アシスト
  motor ^moto ^mopp мото horse pferd equit cheval ^ski ^skidor wheelchair rollstuhl handwheel ellipti elliptiq ellips
  điện חשמל كهرب elétric
`);

/** A record that a script wrote into one cell (`{'typeId': 10, 'typeKey': 'road_biking'}`), and a type of a library (`root='Ride'`). */
const WRAPPED = /'typeKey': ?'([^']{1,60})'|^root='([^']{1,60})'$/;

/** The name of a sport as its cell has it, out of what a script wrapped around it. */
export function sportNamed(cell: string): string {
  const wrapped = cell.includes("'") ? WRAPPED.exec(cell.slice(0, 400)) : null;
  return wrapped?.[1] ?? wrapped?.[2] ?? cell;
}

const known = new Map<string, boolean>();

/** True where a sport's name, in any writing and language of the exports, means riding without a motor. */
export function isRiding(sport: string): boolean {
  const before = known.get(sport);
  if (before !== undefined) return before;
  const name = foldedWords(splitWords(sport.slice(0, 200)).replaceAll("_", " "));
  const answer = !NOT_RIDING(name) && RIDING(name);
  if (known.size < 1000) known.set(sport, answer);
  return answer;
}
