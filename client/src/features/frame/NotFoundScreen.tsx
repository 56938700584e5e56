import LostIcon from "lucide-react-native/icons/compass";
import { useRouter } from "expo-router";
import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Feedback";

/** An address that leads nowhere. */
export function NotFoundScreen() {
  const { t } = useWords();
  const router = useRouter();
  return (
    <View role="main" style={{ flex: 1, justifyContent: "center" }}>
      <Empty
        icon={LostIcon}
        title={t("notFound.title")}
        action={<Button label={t("notFound.home")} onPress={() => router.replace("/" as never)} />}
      >
        {t("notFound.hint")}
      </Empty>
    </View>
  );
}
