/** What can be done by keyboard; letters in a row are pressed one after the other. */
export const shortcuts = [
  { keys: "Ctrl K", does: "search" },
  { keys: "/", does: "search" },
  { keys: "g d", does: "dashboard" },
  { keys: "g l", does: "library" },
  { keys: "g u", does: "audio" },
  { keys: "g a", does: "activity" },
  { keys: "g j", does: "jobs" },
  { keys: "g s", does: "settings" },
  { keys: "t", does: "theme" },
  { keys: "?", does: "help" },
] as const;
