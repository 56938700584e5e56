import ArchiveIcon from "lucide-react-native/icons/archive";
import BellIcon from "lucide-react-native/icons/bell";
import ClockIcon from "lucide-react-native/icons/calendar-clock";
import HelpIcon from "lucide-react-native/icons/circle-question-mark";
import RejectedIcon from "lucide-react-native/icons/image-off";
import LibraryIcon from "lucide-react-native/icons/library";
import PlugIcon from "lucide-react-native/icons/plug";
import LogsIcon from "lucide-react-native/icons/scroll-text";
import ShieldIcon from "lucide-react-native/icons/shield";
import UserIcon from "lucide-react-native/icons/user-round";
import UsersIcon from "lucide-react-native/icons/users";

import { useMay, type Role } from "@/api/session";

/** Screens below the settings, in the order in which they are listed, and who may see each. */
const all = [
  { to: "/profile", icon: UserIcon, title: "profile.title", hint: "profile.hint", role: "guest" },
  {
    to: "/notifications",
    icon: BellIcon,
    title: "notifications.title",
    hint: "notifications.brief",
    role: "viewer",
  },
  {
    to: "/libraries",
    icon: LibraryIcon,
    title: "libraries.title",
    hint: "libraries.hint",
    role: "guest",
  },
  {
    to: "/connections",
    icon: PlugIcon,
    title: "connections.title",
    hint: "connections.brief",
    role: "operator",
  },
  {
    to: "/rejected",
    icon: RejectedIcon,
    title: "rejected.title",
    hint: "rejected.hint",
    role: "operator",
  },
  {
    to: "/schedules",
    icon: ClockIcon,
    title: "schedules.title",
    hint: "schedules.hint",
    role: "guest",
  },
  { to: "/logs", icon: LogsIcon, title: "logs.title", hint: "logs.hint", role: "admin" },
  { to: "/users", icon: UsersIcon, title: "users.title", hint: "users.hint", role: "admin" },
  {
    to: "/backups",
    icon: ArchiveIcon,
    title: "backups.title",
    hint: "backups.hint",
    role: "admin",
  },
  { to: "/audit", icon: ShieldIcon, title: "audit.title", hint: "audit.hint", role: "admin" },
  { to: "/help", icon: HelpIcon, title: "help.title", hint: "help.hint", role: "guest" },
] as const satisfies readonly { role: Role; [more: string]: unknown }[];

/** The screens below the settings that whoever is signed in may see. */
export function usePages() {
  const may = {
    guest: true,
    viewer: useMay("viewer"),
    operator: useMay("operator"),
    admin: useMay("admin"),
  };
  return all.filter(({ role }) => may[role]);
}
