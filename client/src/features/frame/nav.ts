import DashboardIcon from "lucide-react-native/icons/gauge";
import JobsIcon from "lucide-react-native/icons/list-checks";
import LibraryIcon from "lucide-react-native/icons/library";
import SettingsIcon from "lucide-react-native/icons/settings";

import type { IconShape } from "@/ui/Icon";

type Place = {
  key: "dashboard" | "library" | "jobs" | "settings";
  href: string;
  icon: IconShape;
  /** Addresses that belong to it. */
  within: readonly string[];
};

/** Where one can go, in the order in which it is shown; only what exists. */
export const places: readonly Place[] = [
  { key: "dashboard", href: "/", icon: DashboardIcon, within: ["/"] },
  {
    key: "library",
    href: "/library",
    icon: LibraryIcon,
    within: ["/library", "/titles", "/faults"],
  },
  { key: "jobs", href: "/jobs", icon: JobsIcon, within: ["/jobs"] },
  {
    key: "settings",
    href: "/settings",
    icon: SettingsIcon,
    within: ["/settings", "/profile", "/libraries", "/users", "/schedules", "/logs", "/help"],
  },
];

export function isWithin(place: Place, path: string): boolean {
  return place.within.some(
    (each) => path === each || (each !== "/" && path.startsWith(`${each}/`)),
  );
}
