/** A browser has words for plurals, distances and languages of its own. */
export {};
