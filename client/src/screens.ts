import { readFilter } from "@/features/library/filter";
import { readFirst } from "@/features/library/queries";
import { lazily } from "@/ui/lazily";

/** Every screen by the address that leads to it, each in a script of its own. */
export const DashboardScreen = lazily(
  "/",
  () => import("@/features/dashboard/DashboardScreen"),
  "DashboardScreen",
);
export const LibraryScreen = lazily(
  "/library",
  () => import("@/features/library/LibraryScreen"),
  "LibraryScreen",
  (queries, params) => readFirst(queries, readFilter(params)),
);
export const TitleScreen = lazily(
  "/titles/[id]",
  () => import("@/features/library/TitleScreen"),
  "TitleScreen",
);
export const FaultsScreen = lazily(
  "/faults",
  () => import("@/features/library/FaultsScreen"),
  "FaultsScreen",
);
export const UnidentifiedScreen = lazily(
  "/unidentified",
  () => import("@/features/metadata/UnidentifiedScreen"),
  "UnidentifiedScreen",
);
export const AudioScreen = lazily(
  "/audio",
  () => import("@/features/audio/AudioScreen"),
  "AudioScreen",
);
export const BatchScreen = lazily(
  "/audio/runs/[id]",
  () => import("@/features/audio/BatchScreen"),
  "BatchScreen",
);
export const ActivityScreen = lazily(
  "/activity",
  () => import("@/features/changes/ActivityScreen"),
  "ActivityScreen",
);
export const ChangeSetScreen = lazily(
  "/activity/[id]",
  () => import("@/features/changes/ChangeSetScreen"),
  "ChangeSetScreen",
);
export const VerifyScreen = lazily(
  "/verify",
  () => import("@/features/publishing/VerifyScreen"),
  "VerifyScreen",
);
export const DeliveriesScreen = lazily(
  "/deliveries",
  () => import("@/features/webhooks/DeliveriesScreen"),
  "DeliveriesScreen",
);
export const DeliveryScreen = lazily(
  "/deliveries/[id]",
  () => import("@/features/webhooks/DeliveryScreen"),
  "DeliveryScreen",
);
export const JobsScreen = lazily("/jobs", () => import("@/features/jobs/JobsScreen"), "JobsScreen");
export const JobScreen = lazily(
  "/jobs/[id]",
  () => import("@/features/jobs/JobScreen"),
  "JobScreen",
);
export const SchedulesScreen = lazily(
  "/schedules",
  () => import("@/features/schedules/SchedulesScreen"),
  "SchedulesScreen",
);
export const ConnectionsScreen = lazily(
  "/connections",
  () => import("@/features/connections/ConnectionsScreen"),
  "ConnectionsScreen",
);
export const NotificationsScreen = lazily(
  "/notifications",
  () => import("@/features/notifications/NotificationsScreen"),
  "NotificationsScreen",
);
export const LogsScreen = lazily("/logs", () => import("@/features/logs/LogsScreen"), "LogsScreen");
export const SettingsScreen = lazily(
  "/settings",
  () => import("@/features/settings/SettingsScreen"),
  "SettingsScreen",
);
export const LibrariesScreen = lazily(
  "/libraries",
  () => import("@/features/library/LibrariesScreen"),
  "LibrariesScreen",
);
export const ProfileScreen = lazily(
  "/profile",
  () => import("@/features/people/ProfileScreen"),
  "ProfileScreen",
);
export const UsersScreen = lazily(
  "/users",
  () => import("@/features/people/UsersScreen"),
  "UsersScreen",
);
export const BackupsScreen = lazily(
  "/backups",
  () => import("@/features/upkeep/BackupsScreen"),
  "BackupsScreen",
);
export const AuditScreen = lazily(
  "/audit",
  () => import("@/features/people/AuditScreen"),
  "AuditScreen",
);
export const RejectedScreen = lazily(
  "/rejected",
  () => import("@/features/artwork/RejectedScreen"),
  "RejectedScreen",
);
export const HelpScreen = lazily("/help", () => import("@/features/help/HelpScreen"), "HelpScreen");
export const OnboardingScreen = lazily(
  "/(setup|welcome)",
  () => import("@/features/onboarding/OnboardingScreen"),
  "OnboardingScreen",
);
