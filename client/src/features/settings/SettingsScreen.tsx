import RightIcon from "lucide-react-native/icons/chevron-right";
import { useRouter } from "expo-router";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Icon } from "@/ui/Icon";
import { Page } from "@/ui/Page";
import { Row, Rows } from "@/ui/Rows";

import { Configuration } from "./Configuration";
import { History } from "./History";
import { usePages } from "./pages";
import { useSettings } from "./queries";
import { SectionCard } from "./SectionCard";

/** Where everything is that can be set: pages of their own, then the sections of the server. */
export function SettingsScreen() {
  const { t } = useWords();
  const router = useRouter();
  const isAdmin = useMay("admin");
  const pages = usePages();
  return (
    <Page title={t("nav.settings")} narrow>
      <Card flush>
        <Rows>
          {pages.map(({ to, icon, title, hint }) => (
            <Row
              key={to}
              title={t(title)}
              detail={t(hint)}
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
  if (settings.error && !settings.data) {
    return <ProblemView problem={told(settings.error)} onRetry={() => void settings.refetch()} />;
  }
  if (!settings.data) return <Skeleton height={220} />;
  return (
    <>
      {settings.data.settings.map((section) => (
        <SectionCard key={section.name} section={section} />
      ))}
      <Configuration configuration={settings.data.configuration} />
      <History />
    </>
  );
}
