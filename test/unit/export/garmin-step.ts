/** A step as Garmin's decoder gives it, raw. */
export interface GarminStep {
  readonly durationType: string;
  readonly durationValue?: number;
  readonly targetType?: string;
  readonly targetValue?: number;
  readonly customTargetValueLow?: number;
  readonly customTargetValueHigh?: number;
  readonly intensity?: string;
  readonly wktStepName?: string;
  readonly notes?: string;
  readonly messageIndex: number;
  readonly secondaryTargetType?: string;
  readonly secondaryCustomTargetValueLow?: number;
  readonly secondaryCustomTargetValueHigh?: number;
}
