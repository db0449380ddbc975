/** How many works have one value of the field that they were grouped by. */
export interface WorksGroup {
  key: string;
  name: string;
  count: number;
}
