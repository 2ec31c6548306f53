export function readReadme(): string;
export function withRecordings(readme: string): string;
