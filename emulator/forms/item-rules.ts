/** What the check of an item has to know about the form around it. */
export type ItemRules = {
  /** Ids of the page breaks an option may lead to. */
  sections: ReadonlySet<string>;
  /** Whether two options of a question may read the same; live behaviour unknown, refused unless switched. */
  allowsDuplicateOptions: boolean;
  /** Whether some options of a question may lead to a section and others not; the same. */
  allowsPartialNavigation: boolean;
};
