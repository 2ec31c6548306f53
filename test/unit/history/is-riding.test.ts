import { describe, expect, it } from "vitest";
import { isRiding } from "../../../src/history/is-riding.ts";

const words = (text: string): string[] => text.split(",").map((word) => word.trim());

describe("a sport", () => {
  it.each(
    words(
      `Ride, VirtualRide, TrackRide, GravelRide, MountainBikeRide, Indoor Cycling, Virtual Cycling, virtual_ride, indoor_cycling,
      ROAD_BIKING, root='Ride', BMX, Velomobile, Radfahren, Radfahrt, Virtuelles Radfahren, Vélo, VTT, Cyclisme en salle,
      Fietsrit, Wielrennen binnen, Ciclismo en sala, Bicicletta, Ciclismo em estradas, Indendørs cykling, Indendors cykling,
      Landevejscykling, Inomhuscykling, Innendørs sykling, Pyöräily, Sisäpyöräily, Kolarstwo, Jazda na rowerze, Jízda na kole,
      Kerékpározás, Bisiklet, Велотренировка, Заезд, Ποδηλασία, サイクリング, インドアサイクリング, 室内骑行, 騎乘, 실내 사이클링,
      Bersepeda, Berbasikal, Đạp xe, ปั่นจักรยาน, Kolesarjenje, Biciklizam, Bicyklovanie, Ciclism, Колоездене`,
    ),
  )("%s is riding", (sport) => {
    expect(isRiding(sport)).toBe(true);
  });

  it.each(
    words(
      `Run, E-Bike Ride, EBikeRide, EMountainBikeRide, e_bike_fitness, Motorcycling, Motociclismo, Horseback Riding,
      Vélo électrique, Vélo elliptique, Bicicleta eléctrica, Ciclismo elétrico, Bici elettrica, Elcykling, Elsykkel, E-Fahrrad,
      Sähköpyöräily, 電動自転車, Электровелосипед, Rower elektryczny, Rowing, Swim, InlineSkate, Corrida, Yoga, Unknown Pedal Sport`,
    ),
  )("%s is none", (sport) => {
    expect(isRiding(sport)).toBe(false);
  });
});
