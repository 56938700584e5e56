import OffIcon from "lucide-react-native/icons/wifi-off";
import { useEffect, useRef } from "react";
import { View } from "react-native";

import { useConnection } from "@/api/connection";
import { useSession } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Icon } from "@/ui/Icon";
import { Text } from "@/ui/Text";
import { useTheme } from "@/ui/theme";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

/** Says when the server is out of reach, and when it is back; a short break is not told. */
export function ConnectionBanner() {
  const { t } = useWords();
  const { colors } = useTheme();
  const { state, isAway } = useConnection();
  const isOffline = useSession((session) => session.state === "signed-in" && session.isOffline);
  const wasAway = useRef(false);

  useEffect(() => {
    if (isAway) wasAway.current = true;
    if (state !== "live" || !wasAway.current) return;
    wasAway.current = false;
    toast(t("connection.back"));
  }, [isAway, state, t]);

  if (!isAway && !isOffline) return null;
  return (
    <View
      role="status"
      style={{
        flexDirection: "row",
        alignItems: "center",
        justifyContent: "center",
        gap: space.sm,
        padding: space.sm,
        backgroundColor: colors.warnSoft,
      }}
    >
      <Icon shape={OffIcon} color="warn" size={16} />
      <Text step="small">{t("connection.away")}</Text>
    </View>
  );
}
