import AudioIcon from "lucide-react-native/icons/audio-lines";
import ActivityIcon from "lucide-react-native/icons/rotate-ccw-clock";
import DashboardIcon from "lucide-react-native/icons/gauge";
import JobsIcon from "lucide-react-native/icons/list-checks";
import LibraryIcon from "lucide-react-native/icons/library";
import SettingsIcon from "lucide-react-native/icons/settings";

import type { IconShape } from "@/ui/Icon";

type Place = {
  key: "dashboard" | "library" | "audio" | "activity" | "jobs" | "settings";
  href: string;
  icon: IconShape;
  /** Addresses that belong to it. */
  within: readonly string[];
  /** On a phone it stands at the foot itself, and not among the rest. */
  isFirst?: boolean;
};

/** Where one can go, in the order in which it is shown; only what exists. */
export const places: readonly Place[] = [
  { key: "dashboard", href: "/", icon: DashboardIcon, within: ["/"], isFirst: true },
  {
    key: "library",
    href: "/library",
    icon: LibraryIcon,
    within: ["/library", "/titles", "/faults", "/unidentified"],
    isFirst: true,
  },
  { key: "audio", href: "/audio", icon: AudioIcon, within: ["/audio"] },
  {
    key: "activity",
    href: "/activity",
    icon: ActivityIcon,
    within: ["/activity", "/deliveries", "/verify"],
    isFirst: true,
  },
  { key: "jobs", href: "/jobs", icon: JobsIcon, within: ["/jobs"] },
  {
    key: "settings",
    href: "/settings",
    icon: SettingsIcon,
    within: [
      "/settings",
      "/profile",
      "/notifications",
      "/libraries",
      "/connections",
      "/users",
      "/schedules",
      "/logs",
      "/backups",
      "/audit",
      "/rejected",
      "/help",
    ],
  },
];

export function isWithin(place: Place, path: string): boolean {
  return place.within.some(
    (each) => path === each || (each !== "/" && path.startsWith(`${each}/`)),
  );
}
