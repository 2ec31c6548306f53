import { describe, expect, it } from "vitest";
import { localClock } from "../../../src/history/local-clock.ts";
import { readCsv } from "../../../src/history/read-csv.ts";
import type { FileReading, Ride } from "../../../src/history/ride.ts";

/**
 * The titles of Garmin Connect by language, in this order: type, date, time, mean and highest heart rate, mean power,
 * moving and elapsed time, and the sport. docs/ride-files.md says which were seen in a file and which are words of the
 * language.
 */
const GARMIN: Readonly<Record<string, string>> = {
  en: "Activity Type|Date|Time|Avg HR|Max HR|Avg Power|Moving Time|Elapsed Time|Indoor Cycling",
  "en total": "Activity Type|Date|Total Time|Avg HR|Max HR|Avg Power|Moving Time|Elapsed Time|Cycling",
  de: "Aktivitätstyp|Datum|Zeit|Ø Herzfrequenz|Maximale Herzfrequenz|Ø Leistung|Zeit in Bewegung|Verstrichene Zeit|Radfahren",
  "de older": "Aktivitätstyp|Datum|Zeit|Ø HF|Max. HF|Ø Leistung|Zeit in Bewegung|Verstrichene Zeit|Radfahren",
  fr: "Type d'activité|Date|Durée|Fréquence cardiaque moyenne|Fréquence cardiaque maximale|Puissance moyenne|Temps de déplacement|Temps écoulé|Cyclisme",
  es: "Tipo de actividad|Fecha|Tiempo|Frecuencia cardiaca media|FC máxima|Potencia media|Tiempo en movimiento|Tiempo transcurrido|Ciclismo en sala",
  it: "Tipo di attività|Data|Tempo|FC Media|FC max|Potenza media|Tempo in movimento|Tempo trascorso|Ciclismo",
  nl: "Activiteittype|Datum|Tijd|Gem. HS|Max. HS|Gem. vermogen|Tijd bewogen|Verstreken tijd|Fietsen",
  "pt-BR":
    "Tipo de atividade|Data|Tempo|FC Média|FC máxima|Potência média|Tempo de movimentação|Tempo decorrido|Ciclismo",
  da: "Aktivitetstype|Dato|Tid|Gennemsnitlig puls|Maks. puls|Gennemsnitlig effekt|Tid i bevægelse|Tidsforbrug|Indendørs cykling",
  sv: "Aktivitetstyp|Datum|Tid|Medelpuls|Maxpuls|Med. kraft|Tid i rörelse|Förfluten tid|Cykling",
  nb: "Aktivitetstype|Dato|Tid|Gj.sn. puls|Maks. puls|Gj.sn. kraft|Tid i bevegelse|Medgått tid|Sykling",
  fi: "Suorituksen tyyppi|Päivämäärä|Aika|Keskisyke|Maksimisyke|Keskiteho|Liikkumisaika|Kulunut aika|Pyöräily",
  pl: "Typ aktywności|Data|Czas|Średnie tętno|Maksymalne tętno|Średnia moc|Czas ruchu|Upłynęło czasu|Kolarstwo",
  cs: "Typ aktivity|Datum|Čas|Průměrná TF|Maximální TF|Průměrný výkon|Čas pohybu|Uplynulý čas|Cyklistika",
  sk: "Typ aktivity|Dátum|Čas|Priemerný pulz|Maximálny pulz|Priemerný výkon|Čas pohybu|Uplynutý čas|Cyklistika",
  hu: "Tevékenységtípus|Dátum|Idő|Átlagos pulzusszám|Max. pulzusszám|Átlagos teljesítmény|Mozgásban töltött idő|Eltelt idő|Kerékpározás",
  sl: "Vrsta dejavnosti|Datum|Čas|Povprečni srčni utrip|Najvišji srčni utrip|Povprečna moč|Čas gibanja|Pretečeni čas|Kolesarjenje",
  hr: "Vrsta aktivnosti|Datum|Vrijeme|Prosječni puls|Maksimalni puls|Prosječna snaga|Vrijeme kretanja|Proteklo vrijeme|Biciklizam",
  ro: "Tip activitate|Data|Timp|Puls mediu|Puls maxim|Putere medie|Timp de mișcare|Timp scurs|Ciclism",
  tr: "Etkinlik Türü|Tarih|Süre|Ortalama Nabız|Maksimum Nabız|Ortalama Güç|Hareket Süresi|Geçen Süre|Bisiklet",
  el: "Τύπος δραστηριότητας|Ημερομηνία|Χρόνος|Μέσοι παλμοί|Μέγιστοι παλμοί|Μέση ισχύς|Χρόνος κίνησης|Χρόνος που παρήλθε|Ποδηλασία",
  bg: "Тип активност|Дата|Време|Среден пулс|Максимален пулс|Средна мощност|Време в движение|Изминало време|Колоездене",
  ru: "Тип занятия|Дата|Время|Средняя ЧСС|Макс. ЧСС|Средняя мощность|Время в движении|Прошедшее время|Велоспорт",
  uk: "Тип активності|Дата|Час|Середній пульс|Макс. пульс|Середня потужність|Час руху|Витрачений час|Велоспорт",
  zh: "活动类型|日期|时间|平均心率|最大心率|平均功率|移动时间|全程耗时|室内骑行",
  "zh-TW": "活動類型|日期|時間|平均心率|最大心率|平均功率|移動時間|經過時間|騎乘",
  ja: "アクティビティタイプ|日付|タイム|平均心拍数|最大心拍数|平均パワー|移動時間|経過時間|サイクリング",
  ko: "활동 유형|날짜|시간|평균 심박수|최대 심박수|평균 파워|이동 시간|경과 시간|사이클링",
  th: "ประเภทกิจกรรม|วันที่|เวลา|อัตราการเต้นหัวใจเฉลี่ย|อัตราการเต้นหัวใจสูงสุด|กำลังเฉลี่ย|เวลาเคลื่อนที่|เวลาที่ผ่านไป|ปั่นจักรยาน",
  id: "Jenis Aktivitas|Tanggal|Waktu|Detak Jantung Rata-rata|Detak Jantung Maks|Daya Rata-rata|Waktu Bergerak|Waktu Berlalu|Bersepeda",
  ms: "Jenis Aktiviti|Tarikh|Masa|Kadar Jantung Purata|Kadar Jantung Maks|Kuasa Purata|Masa Bergerak|Masa Berlalu|Berbasikal",
  vi: "Loại hoạt động|Ngày|Thời gian|Nhịp tim trung bình|Nhịp tim tối đa|Công suất trung bình|Thời gian di chuyển|Thời gian trôi qua|Đạp xe",
};

type Read = Omit<FileReading, "rides"> & { readonly rides: readonly Ride[] };
async function read(bytes: Uint8Array): Promise<Read> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  const reading = await readCsv(chunks(), { clock: localClock("UTC"), onRows: () => Promise.resolve() });
  return { ...reading, rides: [...reading.rides] };
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A trimmed export in one language: only what is needed, in an order of its own. `1:05` can be hours or minutes, and nothing but the last two tells. */
function garmin(titles: string): string {
  const [type, date, time, hr, maxHr, power, moving, elapsed, sport] = titles.split("|");
  return [
    [type, date, time, hr, maxHr, power, moving, elapsed],
    [sport, "2026-11-28 07:00:00", "1:05", "140", "165", "200", "01:04:10", "01:05:25"],
    ["Yoga", "2026-11-27 07:00:00", "30:00", "90", "110", "--", "00:30:00", "00:30:00"],
  ]
    .map((row) => row.join(","))
    .join("\n");
}
const EXPECTED = { seconds: 3850, elapsedSeconds: 3925, meanHr: 140, maxHr: 165, meanWatts: 200, source: "garmin" };

/** The ways in which a file loses the marks of its letters. */
const marksTaken = (text: string): string => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[øæłßı]/gi, (letter) => ({ ø: "o", æ: "ae", ł: "l", ß: "ss", ı: "i" })[letter.toLowerCase()] ?? letter); // prettier-ignore
const marksSpelled = (text: string): string => text.replace(/[äöüøåæ]/gi, (letter) => ({ ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa", æ: "ae" })[letter.toLowerCase()] ?? letter); // prettier-ignore
/** A whole export whose titles are of a language that nobody taught us: only those that Garmin never translates are known. */
const ELSEWHERE = [
  "Aa,Bb,Cc,Dd,Ee,Ff,Gg,Hh,Ii,Jj,Normalized Power® (NP®),Training Stress Score®",
  "Cycling,2026-11-28 07:00:00,false,x,30.10,900,01:04:10,140,165,3.1,205,77.0",
].join("\n");

const LATIN = "en de fr es it nl pt-BR da sv nb fi pl cs sk hu sl hr ro tr vi id ms".split(" ");
const WESTERN = "en de fr es it nl pt-BR da sv nb fi".split(" ");
const lettersLost = (text: string): string => text.normalize("NFKD").replace(/[^\u0000-\u007f]/g, ""); // eslint-disable-line no-control-regex

describe("Garmin Connect's titles", () => {
  it.each(Object.entries(GARMIN))("are read in %s, trimmed and in any order", async (_language, titles) => {
    const { rides, faults, otherSports } = await read(utf8(garmin(titles)));
    expect(faults).toEqual([]);
    expect(rides).toMatchObject([EXPECTED]);
    expect([...otherSports]).toEqual([["Yoga", 1]]);
  });

  it("of no language that we know are found by their places in a whole export", async () => {
    const { rides, faults } = await read(utf8(ELSEWHERE));
    expect(faults).toEqual([]);
    expect(rides).toMatchObject([{ seconds: 3850, meanHr: 140, maxHr: 165, source: "garmin", givenLoad: 77 }]);
  });

  it.each(LATIN)("are read in %s without marks, and with them spelled out", async (language) => {
    const text = garmin(GARMIN[language] ?? "");
    expect((await read(utf8(marksTaken(text)))).rides).toMatchObject([EXPECTED]);
    expect((await read(utf8(marksSpelled(text)))).rides).toMatchObject([EXPECTED]);
  });

  it.each(WESTERN)(
    "are read in %s as an older Excel saves them, and where the marked letters were dropped",
    async (language) => {
      const text = garmin(GARMIN[language] ?? "");
      expect((await read(Buffer.from(text, "latin1"))).rides).toMatchObject([EXPECTED]);
      // The sport may have lost the letter that tells it; the duration is still told by any other clock of the row.
      const sport = language === "fi" ? "Ride" : undefined;
      const lost = lettersLost(sport === undefined ? text : text.replace("Pyöräily", sport));
      expect((await read(utf8(lost))).rides).toMatchObject([{ source: "garmin", meanHr: 140 }]);
    },
  );
});

/** Strava's titles by language: date, type, elapsed and moving time, distance, highest and mean heart rate; and a date and a sport. */
const STRAVA: Readonly<Record<string, string>> = {
  en: "Activity Date|Activity Type|Elapsed Time|Moving Time|Distance|Max Heart Rate|Average Heart Rate|Nov 28, 2026, 5:09:12 PM|Ride",
  de: "Aktivitätsdatum|Aktivitätsart|Verstrichene Zeit|Bewegungszeit|Distanz|Max. Herzfrequenz|Durchschnittliche Herzfrequenz|28.11.2026, 17:09:12|Radfahrt",
  nl: "Datum van activiteit|Activiteitstype|Verstreken tijd|Beweegtijd|Afstand|Max. hartslag|Gemiddelde hartslag|28 nov. 2026 17:09:12|Fietsrit",
  fr: "Date de l'activité|Type d'activité|Temps écoulé|Durée de déplacement|Distance|Fréquence cardiaque max.|Fréquence cardiaque moyenne|28 nov. 2026 à 17:09:12|Vélo",
  es: "Fecha de la actividad|Tipo de actividad|Tiempo transcurrido|Tiempo en movimiento|Distancia|Frecuencia cardiaca máxima|Frecuencia cardiaca media|28 nov 2026, 17:09:12|Ciclismo",
  it: "Data dell'attività|Tipo di attività|Tempo trascorso|Tempo in movimento|Distanza|Frequenza cardiaca max|Frequenza cardiaca media|28 nov 2026, 17:09:12|Pedalata",
  pt: "Data da atividade|Tipo de atividade|Tempo decorrido|Tempo de movimentação|Distância|Frequência cardíaca máxima|Frequência cardíaca média|28 de nov. de 2026, 17:09:12|Pedalada",
  ru: "Дата тренировки|Тип активности|Общее время|Время в движении|Дистанция|Макс. пульс|Средний пульс|28 нояб. 2026 г., 17:09:12|Велосипед",
  da: "Aktivitetsdato|Aktivitetstype|Forløbet tid|Tid i bevægelse|Distance|Maks. puls|Gennemsnitlig puls|28. nov. 2026 17.09.12|Cykeltur",
  sv: "Aktivitetsdatum|Aktivitetstyp|Förfluten tid|Tid i rörelse|Distans|Maxpuls|Genomsnittlig puls|28 nov. 2026 17:09:12|Cykeltur",
  ja: "アクティビティの日付|アクティビティタイプ|経過時間|移動時間|距離|最大心拍数|平均心拍数|2026/11/28 17:09:12|ライド",
};

describe("Strava's titles", () => {
  it.each(Object.entries(STRAVA))("are read in %s, trimmed", async (_language, line) => {
    const cells = line.split("|");
    const [date = "", sport = ""] = cells.slice(7);
    const text = `Activity ID,${cells.slice(0, 7).join(",")}\n9000000001,"${date}",${sport},3700,3600,30.1,172,141\n`;
    const { rides, faults } = await read(utf8(text));
    expect(faults).toEqual([]);
    expect(rides).toMatchObject([{ day: "2026-11-28", seconds: 3600, elapsedSeconds: 3700, meanHr: 141, maxHr: 172, source: "strava" }]); // prettier-ignore
  });

  it.each(["Elapsed Time.1", "Elapsed Time...16", "Elapsed Time_1"])(
    "renamed as data frames do (%s) have seconds in the second",
    async (second) => {
      const text = `Activity.ID,Activity.Date,Activity.Type,Elapsed Time,${second},Moving Time\n1,"Nov 28, 2026, 5:09:12 PM",Ride,61,3700.0,0 days 01:00:00\n`;
      expect((await read(utf8(text))).rides).toMatchObject([{ seconds: 3600, elapsedSeconds: 3700 }]);
    },
  );

  it("renamed to a plain date still has its days", async () => {
    const text = "Activity ID,Date,Activity Type,Moving Time\n1,2026-11-28 17:09:12,Ride,3600\n";
    expect((await read(utf8(text))).rides).toMatchObject([{ day: "2026-11-28", source: "strava" }]);
  });

  it("that are missing are named", async () => {
    const reading = await read(utf8('Activity ID,Activity Date,Elapsed Time\n1,"Nov 28, 2026, 5:09:12 PM",3600\n'));
    expect(reading).toMatchObject({ source: undefined, incomplete: { program: "Strava", missing: ["Activity Type"] } });
    const none = await read(utf8("Activity ID,Activity Date,Activity Type,Distance\n"));
    expect(none.incomplete?.missing).toEqual(["Moving Time or Elapsed Time"]);
    expect((await read(utf8("Activity Type,Date,Title\n"))).incomplete).toEqual({ program: "Garmin Connect", missing: ["Time"] }); // prettier-ignore
  });
});
