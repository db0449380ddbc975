/** A text as YAML in double quotes, so that no reader takes it for anything else: JSON is part of YAML 1.2. */
export function yamlText(text: string): string {
  return JSON.stringify(text);
}
