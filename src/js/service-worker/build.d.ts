/** What the site is made of; `cargo xtask build` writes it in front of the service worker. */
declare const BUILD: {
  readonly id: string;
  /** Files whose names tell their content. */
  readonly hashed: readonly string[];
  readonly others: readonly string[];
};
