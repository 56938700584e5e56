import ClockIcon from "lucide-react-native/icons/calendar-clock";
import LogsIcon from "lucide-react-native/icons/scroll-text";
import UsersIcon from "lucide-react-native/icons/users";
import UserIcon from "lucide-react-native/icons/user-round";
import HelpIcon from "lucide-react-native/icons/circle-question-mark";
import RightIcon from "lucide-react-native/icons/chevron-right";
import LibraryIcon from "lucide-react-native/icons/library";
import { useRouter } from "expo-router";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Icon, type IconShape } from "@/ui/Icon";
import { Page } from "@/ui/Page";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";

import { useSettings, useSettingsHistory, type SettingsList } from "./queries";
import { SectionCard } from "./SectionCard";

/** Where everything is that can be set: pages of their own, then the sections of the server. */
export function SettingsScreen() {
  const { t } = useWords();
  const router = useRouter();
  const isAdmin = useMay("admin");
  const ways: { icon: IconShape; to: string; name: string; hint: string; isShown: boolean }[] = [
    {
      icon: UserIcon,
      to: "/profile",
      name: t("profile.title"),
      hint: t("profile.hint"),
      isShown: true,
    },
    {
      icon: LibraryIcon,
      to: "/libraries",
      name: t("libraries.title"),
      hint: t("libraries.hint"),
      isShown: true,
    },
    {
      icon: ClockIcon,
      to: "/schedules",
      name: t("schedules.title"),
      hint: t("schedules.hint"),
      isShown: true,
    },
    {
      icon: LogsIcon,
      to: "/logs",
      name: t("logs.title"),
      hint: t("logs.hint"),
      isShown: isAdmin,
    },
    {
      icon: UsersIcon,
      to: "/users",
      name: t("users.title"),
      hint: t("users.hint"),
      isShown: isAdmin,
    },
    { icon: HelpIcon, to: "/help", name: t("help.title"), hint: t("help.hint"), isShown: true },
  ];
  return (
    <Page title={t("nav.settings")} narrow>
      <Card flush>
        <Rows>
          {ways
            .filter(({ isShown }) => isShown)
            .map(({ icon, to, name, hint }) => (
              <Row
                key={to}
                title={name}
                detail={hint}
                before={<Icon shape={icon} />}
                after={<Icon shape={RightIcon} />}
                onPress={() => router.push(to as never)}
              />
            ))}
        </Rows>
      </Card>
      {isAdmin && <Sections />}
    </Page>
  );
}

function Sections() {
  const settings = useSettings();
  if (settings.error) {
    return <ProblemView problem={told(settings.error)} onRetry={() => void settings.refetch()} />;
  }
  if (!settings.data) return <Skeleton height={220} />;
  return (
    <>
      {settings.data.settings.map((section) => (
        <SectionCard key={`${section.name}${section.version}`} section={section} />
      ))}
      <Configuration configuration={settings.data.configuration} />
      <History />
    </>
  );
}

function Configuration({ configuration }: Pick<SettingsList, "configuration">) {
  const { t } = useWords();
  if (configuration.length === 0) return null;
  return (
    <Card flush title={t("settings.configuration")} hint={t("settings.configurationHint")}>
      <Rows>
        {configuration.map((each) => (
          <Row
            key={each.key}
            title={
              <Text mono step="small">
                {each.key}
              </Text>
            }
            detail={
              <Text mono step="tiny" color="muted" numberOfLines={1}>
                {each.value || "–"}
              </Text>
            }
            after={<Badge label={each.place || each.source} />}
          />
        ))}
      </Rows>
    </Card>
  );
}

function History() {
  const { t } = useWords();
  const format = useFormat();
  const history = useSettingsHistory();
  if (!history.data || history.data.changes.length === 0) return null;
  return (
    <Card flush title={t("settings.history")}>
      <Rows>
        {history.data.changes.map((change) => (
          <Row
            key={change.id}
            title={`${change.name}.${change.field}`}
            detail={
              <View style={{ flexDirection: "row", gap: 6 }}>
                <Text mono step="tiny" color="muted">
                  {JSON.stringify(change.before)} → {JSON.stringify(change.after)}
                </Text>
              </View>
            }
            after={
              <Text step="small" color="muted" tabular>
                {[change.changed_by, format.since(change.changed_at)].filter(Boolean).join(" · ")}
              </Text>
            }
          />
        ))}
      </Rows>
    </Card>
  );
}
