/** One step from an older form of the tables to the next. Once released, it never changes. */
export interface Migration {
  /** Begins with its number, and is remembered in the database. */
  name: string;
  sql: string;
}
