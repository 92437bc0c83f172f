/** A section of the page of a sweep: words, and pictures in blocks, of which a reader may choose one. */
import type { Markup } from "../markup.ts";
import type { MissingPicture, Picture } from "./picture.ts";

/** Pictures that stand or hide together. */
export interface Block {
  readonly pictures: readonly (Picture | MissingPicture)[];
  /** Stands before them. */
  readonly introduction?: Markup;
  /** Names the block to the chooser. */
  readonly measure?: string;
  readonly label?: string;
  /** Until it is chosen. */
  readonly isHidden?: boolean;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly introduction?: Markup;
  /** Shown by the script, which it needs: a list of the blocks, of which `first` shows those that stand there without. */
  readonly chooser?: { readonly name: "measure" | "worst"; readonly first?: string };
  readonly blocks: readonly Block[];
}
