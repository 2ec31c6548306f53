import { foldedWords, wordTest } from "./plain-words.ts";

/**
 * What the words in a title mean, in the languages that Garmin Connect and Strava speak (docs/ride-files.md has the table
 * with its sources). `^` and `$` stand at the ends of a word, `+` for a blank.
 */
const WORDS = {
  activity: wordTest(`
    activ aktiv attivit atividad tevékenys suorituk aktywno занят активн активіст тренировк упражн физич
    δραστηρ アクティビティ 活动 活動 활동 kegiatan aktivitas hoạt+động กิจกรรม dejavnost etkinlik פעילות نشاط
  `),
  type: wordTest(`
    type ^typ typ$ tipo ^tip ^tür art$ ^art soort ^slag laji tyyp rodzaj druh típus ^тип ^вид τύπος タイプ 类型 類型 種類 유형 종류
    ^jenis loại ประเภท vrsta סוג نوع
  `),
  date: wordTest(`
    date datum fecha ^data$ ^data ^dato ^dat$ dato$ dátum päivä pvm tarih дата ημερομην 日付 日期 日時 날짜 tanggal tarikh
    ^ngày วันที่ תאריך تاريخ
  `),
  time: wordTest(`
    ^time$ ^zeit$ ^dauer$ ^durée$ ^temps$ ^tiempo$ ^duración$ ^tempo$ ^durata$ ^duração$ ^tijd$ ^duur$ ^tid$ ^varighed$
    ^varaktighet$ ^varighet$ ^aika$ ^kesto$ ^czas$ ^čas$ ^doba$ ^idő$ ^időtartam$ ^süre$ ^zaman$ ^время$ ^длительность$
    ^продолжительность$ ^timp$ ^χρόνος$ ^διάρκεια$ ^タイム$ ^時間$ ^时间$ ^時長$ ^时长$ ^시간$ ^waktu$ ^masa$ ^durasi$ ^tempoh$
    ^thời+gian$ ^เวลา$ ^vrijeme$ ^trajanje$ ^час$ ^тривалість$ ^време$ ^זמן$ ^الوقت$ ^duration$ ^total+time$ ^czas+trwania$
    ^durée+totale$ ^tiempo+total$ ^tempo+totale$ ^totale+tijd$ ^gesamtzeit$
  `),
  distance: wordTest(`
    distan ^strecke afstand matka ^dystans vzdálenos vzdialenos ^táv mesafe дистанц расстоян αποσταση απόστασ 距離 距离 거리
    ^jarak khoảng+cách ระยะ razdalja udaljenost відстань разстояни מרחק المسافة
  `),
  average: wordTest(`
    ^avg ^average ^mean ^o$ durchschn mittlere moyen promedi ^medi ^média ^media$ gemiddeld ^gem$ gennemsn ^gns genomsn medel
    ^med$ gjennomsn ^gj$ snitt keski średni ^śr$ průměr ^prům priemer ^átlag ^átl$ ortalama ^ort$ средн ^ср$ середн
    mediu medie μέσ 平均 평균 rata-rata rata+rata purata trung+bình เฉลี่ย povpreč prosječ prosj ממוצע متوسط
  `),
  maximum: wordTest(`
    max maks máxim maxim massim najwyż nejvyšš legmagas ^legn en+yüksek макс μέγιστ 最大 最高 최대 최고 สูงสุด tối+đa tertinggi najveć
    najvyšš najviš največj מרבי أقصى ^maksim korkein suurin
  `),
  heart: wordTest(`
    heart ^hr$ ^avghr ^tf$ pulz herz ^hf$ hartslag ^hs$ cardíac cardiac cardiaq ^fc$ puls ^bpm$ syke sykke$ tętno ^tep$ tepov ^sf$ nabız
    nabiz ^kalp чсс пульс пулс серд сърд καρδ παλμ 心拍 心率 심박 jantung nhịp+tim หัวใจ utrip ^srč srca דופק القلب ritm+cardiac
  `),
  power: wordTest(`
    power watt leistung puissance poten vermogen effekt ^kraft$ teho ^moc$ ^mocy výkon teljesítm ^güç мощн потужн мощност putere
    ισχύ パワー 功率 파워 전력 ^daya ^kuasa công+suất กำลัง snaga הספק القدرة
  `),
  weighted: wordTest(`
    weighted normali gewicht gewogen pondér ponder ponderat vägd vægtet vektet painotet ważon vážen súlyoz ağırlık взвеш
    zrównow 加重 加权 加權 가중
  `),
  moving: wordTest(`
    moving beweg bewogen beweeg déplacement mouvement movimi moviment deslocamento bevæg bevegelse bevgelse rörelse rrelse liikk
    ruchu ^ruch pohyb mozgás hareket движени в+рух руху mișcare miscare κίνησ 移動 移动 이동 bergerak pergerakan di+chuyển
    เคลื่อน gibanj kretanj движение תנועה حركة
  `),
  elapsed: wordTest(`
    elapsed verstrichen écoul transcurrid trascors decorrid verstreken forløb forlb tidsforbrug förfl forfl förlup forløpt forlpt
    medgått ^brukt kulunut upłyn upyn uplyn celkový+čas całkowity+czas celkovy+cas eltelt geçen прошед затрач общее+время пройш
    загальн изминал scurs παρελθ διανυ 経過 经过 經過 全程 总时 總時 已用 耗时 耗時 경과 berlalu витрач παρηλθ preteč trôi+qua ที่ผ่านไป pretek protekl
    שחלף المنقضي
  `),
  exertion: wordTest(
    `exertion anstrengung inspanning effort+perçu esfuerzo+percibido sforzo+percepito esforço+percebido ^rpe$`,
  ),
  speed: wordTest(`
    speed pace geschwind vitesse allure velocidad ritmo velocit passo snelheid hastighet hastighed fart ^pas$ nopeus vauhti prędk
    rychlost sebess ^hız скорост темп 速度 ペース 配速 속도 페이스 stride cadence
  `),
} as const;

export type TitleWord = keyof typeof WORDS;

/** Data frames and spreadsheets number a title that stands twice: `Distance.1`, `Distance...17`, `distance_2`. */
const NUMBERED = /[. ]{1,3}\d{1,3}$/;

/** The titles of a file, asked for by what their words mean in whatever language. */
export class Titles {
  readonly plain: readonly string[];
  private readonly folded: readonly string[];

  constructor(titles: readonly string[]) {
    const spaced = titles.map((title) =>
      title.replace(/(?<=\p{L})\.(?=[\p{L}\d])/gu, " ").replace(/(?<=\p{L})\(/gu, " ("),
    );
    const all = new Set(spaced);
    this.plain = spaced.map((title) => {
      const base = title.replace(NUMBERED, "");
      return base !== title && all.has(base) ? base : title;
    });
    this.folded = this.plain.map(foldedWords);
  }

  /** Columns whose title has all of these meanings and none of those. */
  all(meanings: readonly TitleWord[], not: readonly TitleWord[] = []): number[] {
    return this.folded.flatMap((title, column) => {
      const has = (word: TitleWord): boolean => WORDS[word](title);
      return meanings.every(has) && !not.some(has) ? [column] : [];
    });
  }

  /** The last of them; -1 where there is none. Where a title stands twice, the second is the exact one. */
  last(meanings: readonly TitleWord[], not: readonly TitleWord[] = []): number {
    return this.all(meanings, not).at(-1) ?? -1;
  }

  first(meanings: readonly TitleWord[], not: readonly TitleWord[] = []): number {
    return this.all(meanings, not)[0] ?? -1;
  }

  /** The last column with one of these titles, in plain words. */
  named(...names: readonly string[]): number {
    return this.plain.findLastIndex((title) => names.includes(title));
  }
}
