/** What each byte does to the check sum: its bits one after another, lowest first, with the polynomial of CRC-16. */
const table = (): Uint16Array =>
  Uint16Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
    return crc;
  });

/** The check sum of the FIT protocol over these bytes. Source: FIT protocol, "CRC". */
export function fitCrc(bytes: Iterable<number>): number {
  const ofByte = table();
  let crc = 0;
  for (const byte of bytes) crc = (crc >>> 8) ^ (ofByte[(crc ^ byte) & 0xff] ?? 0);
  return crc;
}
