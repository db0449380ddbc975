/** An article at a content system. */
export interface Publication {
  target: string;
  /** Where an editor finds the draft; the page itself for a post that was left alone. */
  url: string;
  /** False where the draft of an earlier run was brought up to date, or nothing was written. */
  isNew: boolean;
  /** What an editor should know: that the post was left alone, or has another slug. */
  note?: string;
}
