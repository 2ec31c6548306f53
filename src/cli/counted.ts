/** A whole number with its thousands apart: `12,345`. */
export const counted = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
